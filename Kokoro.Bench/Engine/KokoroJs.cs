using System.Globalization;
using Kokoro.Bench.Words;

namespace Kokoro.Bench.Engine;

/// <summary>The peer: kokoro-js in one exact version, in a folder of its own, with the same model file.</summary>
internal sealed class KokoroJs
{
    public const string Version = "1.2.1";
    private const string Script = "peer.mjs";

    private readonly string _folder;

    private KokoroJs(string folder) => _folder = folder;

    /// <summary>A published voice that comes with it; both sides speak with it.</summary>
    public string Voice => Path.Combine(_folder, "node_modules", "kokoro-js", "voices", "af_heart.bin");

    /// <summary>Fetches what is not there yet.</summary>
    /// <exception cref="IOException">npm is missing, or failed.</exception>
    public static async Task<KokoroJs> InstallAsync(string folder, string model, CancellationToken cancellationToken)
    {
        var peer = new KokoroJs(Path.GetFullPath(folder));
        var models = Path.Combine(peer._folder, "models", "model");
        Directory.CreateDirectory(Path.Combine(models, "onnx"));
        if (!File.Exists(peer.Voice))
        {
            Progress.Say($"fetching kokoro-js {Version} with npm (once)");
            if (!ExternalProgram.Exists("npm"))
                throw new IOException("npm is missing, which fetches kokoro-js; install Node.js with npm, or measure without it (--no-peer)");
            await ExternalProgram.RunAsync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefix", peer._folder, $"kokoro-js@{Version}"], cancellationToken).ConfigureAwait(false);
        }

        await File.WriteAllTextAsync(Path.Combine(models, "config.json"), """{"model_type":"style_text_to_speech_2"}""", cancellationToken).ConfigureAwait(false);
        var link = Path.Combine(models, "onnx", "model.onnx");
        File.Delete(link);
        File.CreateSymbolicLink(link, Path.GetFullPath(model));
        await using (var script = typeof(KokoroJs).Assembly.GetManifestResourceStream(Script)!)
        await using (var file = File.Create(Path.Combine(peer._folder, Script)))
            await script.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        return peer;
    }

    /// <param name="threads">With spinning off; 0: as a user gets it.</param>
    public Task<EngineProgram> StartAsync(int threads) => EngineProgram.StartAsync("node", _folder, Script, threads.ToString(CultureInfo.InvariantCulture));
}
