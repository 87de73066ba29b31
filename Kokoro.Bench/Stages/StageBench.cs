using System.Diagnostics;
using Kokoro.Host.Cli;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Bench.Stages;

/// <summary>Time and allocated bytes of each stage on its own, one after the other, over a page of prose; medians of warm passes.</summary>
internal static class StageBench
{
    private const int WarmUps = 3;
    private const int Passes = 10;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var text = BenchTexts.Long;
        var language = Language.AmericanEnglish;
        await using var speaker = Speaker.Start(SpeakerChoice.Starter);
        var parts = await speaker.PartsAsync(cancellationToken).ConfigureAwait(false);
        var passes = new Dictionary<string, List<Cost>>();
        for (var pass = 0; pass < WarmUps + Passes; pass++)
        {
            var cut = Measure("TextToClauses", () => TextCutter.Cut(text, language));
            var clauses = await MeasureAsync("ClausesToPhonemes", () => PhonemizeAsync(parts.Phonemizer, cut, language, cancellationToken)).ConfigureAwait(false);
            var runs = Measure("PhonemesToRuns", () => Pack(clauses, language));
            var sound = Measure("RunsToPcm", () => runs.ConvertAll(run => Speak(parts, run, cancellationToken)));
            await MeasureAsync("PcmToAudio", () => WriteAsync(sound, cancellationToken)).ConfigureAwait(false);

            T Measure<T>(string stage, Func<T> work) => MeasureAsync(stage, () => Task.FromResult(work())).GetAwaiter().GetResult();

            async Task<T> MeasureAsync<T>(string stage, Func<Task<T>> work)
            {
                var bytes = GC.GetTotalAllocatedBytes(precise: true);
                var start = Stopwatch.GetTimestamp();
                var result = await work().ConfigureAwait(false);
                var cost = new Cost(Stopwatch.GetElapsedTime(start).TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
                if (!passes.TryGetValue(stage, out var costs))
                    passes[stage] = costs = [];
                if (pass >= WarmUps)
                    costs.Add(cost);
                return result;
            }
        }

        var table = new MarkdownTable("stage", "ms / 1,000 characters", "kB allocated / 1,000 characters");
        var scale = 1000.0 / text.Length;
        foreach (var (stage, costs) in passes)
            table.Add(stage, $"{Median.Of(costs.Select(cost => cost.Milliseconds)) * scale:0.000}", $"{Median.Of(costs.Select(cost => (double)cost.Bytes)) * scale / 1000:0.0}");
        table.Write(Console.Out);
    }

    private static async Task<List<PhonemizedClause>> PhonemizeAsync(
        IPhonemizer phonemizer, CutText cut, Language language, CancellationToken cancellationToken)
    {
        var clauses = new List<PhonemizedClause>();
        foreach (var clause in cut.Clauses)
            clauses.Add(await phonemizer.PhonemizeAsync(clause, language, cancellationToken).ConfigureAwait(false));
        return clauses;
    }

    private static List<TokenRun> Pack(List<PhonemizedClause> clauses, Language language)
    {
        var packer = new RunPacker(language);
        var runs = clauses.SelectMany(clause => packer.Add(clause)).ToList();
        runs.AddRange(packer.Complete());
        return runs;
    }

    private static PcmRun Speak(SpeakerParts parts, TokenRun run, CancellationToken cancellationToken) =>
        RunSpeaker.Speak(parts.Model, run, parts.Voice.StyleRow(run.Ids.Length - 2).Span, SpeakingSpeed.Normal, cancellationToken);

    private static async Task<long> WriteAsync(List<PcmRun> sound, CancellationToken cancellationToken)
    {
        int? owed = null;
        var fitted = new List<PcmRun>(sound.Count);
        foreach (var run in sound)
        {
            var next = PauseFitter.Fit(run, owed, Pauses.Default, SpeakingSpeed.Normal);
            owed = next.Owed;
            fitted.Add(next.Run);
        }

        using var target = new MemoryStream(fitted.Sum(run => run.Samples.Length) * Pcm16.BytesPerSample + WavHeader.Length);
        await using var sink = new WavStream(target);
        foreach (var run in fitted)
            await sink.AppendAsync(run, cancellationToken).ConfigureAwait(false);
        return target.Length;
    }

    private sealed record Cost(double Milliseconds, long Bytes);
}
