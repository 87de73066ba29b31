using System.Diagnostics;
using System.Globalization;
using Kokoro.Synthesis.Models.Prepared;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices.Files;

namespace Kokoro.Bench.Engine;

/// <summary>
/// This program as a bare engine: `engine-worker plain|prepared MODEL THREADS VOICE`. It says `ready MILLISECONDS` and answers each line of ids with `MILLISECONDS SAMPLES`, as
/// peer.mjs does for kokoro-js.
/// </summary>
internal static class EngineWorker
{
    public const string Role = "engine-worker";

    public static int Run(string[] args)
    {
        var (isPrepared, path, threads) = (args[1] == "prepared", args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
        var voice = VoiceFiles.Read(args[4]);
        _ = InferenceLibrary.Version; // starting the library is the same for every model
        var watch = Stopwatch.StartNew();
        using var model = isPrepared
            ? PreparedForm.TryOpen(path, EngineProvider.Cpu, threads, Console.Error.WriteLine)?.Model ?? throw new InvalidOperationException($"{path} has no prepared form")
            : SpeechModelLoader.Open(path, EngineProvider.Cpu, threads);
        Write($"ready {watch.Elapsed.TotalMilliseconds}");
        while (Console.In.ReadLine() is { Length: > 0 } line)
        {
            var ids = Array.ConvertAll(line.Split(','), id => long.Parse(id, CultureInfo.InvariantCulture));

            // kokoro-js takes the row after the one that we take.
            var style = voice.StyleRow(ids.Length - 2 + 1);
            watch.Restart();
            var output = model.Run(ids, style.Span, 1, CancellationToken.None);
            Write($"{watch.Elapsed.TotalMilliseconds} {output.Samples.Length}");
        }

        return 0;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
