using System.Diagnostics;
using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Bench.Stages;

/// <summary>
/// Time of TextToClauses at three lengths of text, a hundredfold apart: per 1,000 characters it must not grow. What the garbage
/// collector takes is shown beside it, since only a long text makes it work. Of several passes the best counts, since other work on
/// the machine can only add.
/// </summary>
internal static class TextBench
{
    private const int WarmUps = 3;
    private const int Passes = 9;

    private static readonly int[] Lengths = [10_000, 100_000, 1_000_000];

    public static void Run()
    {
        // A short text would still be running on first-tier code when the longest has long left it.
        foreach (var _ in Enumerable.Range(0, WarmUps))
            TextCutter.Cut(BenchTexts.Chapter(Lengths[^1]), Language.AmericanEnglish);

        var table = new MarkdownTable(
            "characters", "ms", "cutting, ms / 1,000 characters", "collecting, ms / 1,000 characters", "kB allocated / 1,000 characters");
        foreach (var length in Lengths)
        {
            var text = BenchTexts.Chapter(length);
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var best = Enumerable.Range(0, Passes).Select(_ => Pass(text)).MinBy(pass => pass.Milliseconds)!;
            var allocated = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)Passes;
            var scale = 1000.0 / text.Length;
            table.Add(
                $"{text.Length:N0}",
                $"{best.Milliseconds:0.00}",
                $"{(best.Milliseconds - best.Collecting) * scale:0.000}",
                $"{best.Collecting * scale:0.000}",
                $"{allocated * scale / 1000:0.0}");
        }

        table.Write(Console.Out);
    }

    private static Cost Pass(string text)
    {
        var paused = GC.GetTotalPauseDuration();
        var start = Stopwatch.GetTimestamp();
        TextCutter.Cut(text, Language.AmericanEnglish);
        return new Cost(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (GC.GetTotalPauseDuration() - paused).TotalMilliseconds);
    }

    private sealed record Cost(double Milliseconds, double Collecting);
}
