using System.Security.Cryptography;
using System.Text.Json;
using Kokoro.Tests.Cli;

namespace Kokoro.Tests.Models.Store;

/// <summary>A store of its own for a test, and `kokoro model` upon it.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Home => _folder["home"];

    public string this[string name] => _folder[name];

    public Dictionary<string, string> Environment => new() { ["KOKORO_HOME"] = Home };

    public Task<KokoroProcess.Ended> RunAsync(params string[] arguments) => KokoroProcess.RunAsync(Environment, arguments);

    /// <summary>A catalogue with these files, whose publisher is `https://publisher.example`.</summary>
    /// <returns>The environment for pulling from a mirror of it.</returns>
    public Dictionary<string, string> Publishing(Uri mirror, params (string Name, string Kind, byte[] Content, string? Voices)[] files)
    {
        var items = files.Select(file => new
        {
            name = file.Name,
            kind = file.Kind,
            url = $"https://publisher.example/files/{file.Name}{(file.Kind == "model" ? ".onnx" : ".bin")}",
            bytes = file.Content.Length,
            sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
            licence = "MIT",
            goodFor = "tests",
            voices = file.Voices,
        });
        File.WriteAllText(_folder["catalogue.json"], JsonSerializer.Serialize(new { items }));
        return new(Environment) { ["KOKORO_MODELS_CATALOGUE"] = _folder["catalogue.json"], ["KOKORO_MODELS_MIRROR"] = mirror.ToString() };
    }

    /// <summary>Every file of the store but prepared forms, those on their way and the lock, by its path.</summary>
    public string[] Files() =>
        Directory.Exists(Home)
            ? [.. Directory.GetFiles(Home, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Home, file))
                .Where(file => file != "lock" && !file.StartsWith("parts", StringComparison.Ordinal) && !file.Contains("/prepared/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Of the prepared forms of a model.</summary>
    public string[] PreparedFiles(string model) =>
        Directory.Exists(Path.Combine(Home, "models", model, "prepared")) ? Directory.GetFiles(Path.Combine(Home, "models", model, "prepared"), "*", SearchOption.AllDirectories) : [];

    public void Dispose() => _folder.Dispose();
}
