using System.Diagnostics;
using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Bench.Stages;

/// <summary>
/// Time of TextToClauses at three lengths of text, a hundredfold apart: per 1,000 characters it must not grow. What the garbage collector
/// takes is shown beside it, because it has nothing to do before a text is some 500,000 characters long.
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

        var table = new MarkdownTable("characters", "ms", "cutting, ms / 1,000 characters", "collecting, ms / 1,000 characters", "kB allocated / 1,000 characters");
        foreach (var length in Lengths)
        {
            var text = BenchTexts.Chapter(length);
            var milliseconds = new List<double>();
            var collecting = new List<double>();
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            for (var pass = 0; pass < Passes; pass++)
            {
                var paused = GC.GetTotalPauseDuration();
                var start = Stopwatch.GetTimestamp();
                TextCutter.Cut(text, Language.AmericanEnglish);
                milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                collecting.Add((GC.GetTotalPauseDuration() - paused).TotalMilliseconds);
            }

            var allocated = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)Passes;
            var (all, collected) = (Median.Of(milliseconds), Median.Of(collecting));
            var cutting = Median.Of(milliseconds.Zip(collecting, (whole, part) => whole - part));
            table.Add(
                $"{text.Length:N0}",
                $"{all:0.00}",
                $"{cutting * 1000 / text.Length:0.000}",
                $"{collected * 1000 / text.Length:0.000}",
                $"{allocated / text.Length:0.0}");
        }

        table.Write(Console.Out);
    }
}
