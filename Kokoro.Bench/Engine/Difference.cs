using System.Globalization;
using Kokoro.Synthesis.Models.Prepared;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Bench.Engine;

/// <summary>Whether the prepared form says the same. On a model with random weights rounding grows through the pitch, so the calm stand-in is compared, where it does not.</summary>
internal static class Difference
{
    private const int Tokens = 50;

    /// <summary>What is asked for.</summary>
    private const double Most = 1e-4;

    /// <param name="model">A calm stand-in in a store, prepared.</param>
    public static void Measure(BenchReport report, string model)
    {
        Progress.Say("the difference of the answers");
        long[] ids = [.. Ids.Of(Tokens).Select(id => (long)id)];
        var style = new float[256];
        using var plain = SpeechModelLoader.Open(model);
        var expected = plain.Run(ids, style, 1, CancellationToken.None).Samples;
        using var prepared = PreparedForm.TryOpen(model, EngineProvider.Cpu, threads: 1, Progress.Say)?.Model ?? throw new IOException($"{model} has no prepared form");
        var actual = prepared.Run(ids, style, 1, CancellationToken.None).Samples;
        var largest = actual.Zip(expected, (one, other) => Math.Abs((double)one - other)).Max();

        var table = new MarkdownTable("", "samples", "peak", "largest difference", $"at most {Most.ToString("0.####", CultureInfo.InvariantCulture)}");
        table.Add("as published", $"{expected.Length}", Shown(expected.Max(Math.Abs)), "", "");
        table.Add("prepared", $"{actual.Length}", Shown(actual.Max(Math.Abs)), Shown(largest), actual.Length == expected.Length && largest <= Most ? "yes" : "NO");
        report.Add("The same answer", $"{Tokens} tokens, one thread, on the calm stand-in.", table);
    }

    private static string Shown(double value) => value.ToString("0.0e0", CultureInfo.InvariantCulture);
}
