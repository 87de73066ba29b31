using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>
/// When each word of a run is probably heard, for models that give no durations: what sounds is shared out among the tokens from the first word to the last one by how long
/// tokens of their kind usually are. Exact only at both ends.
/// </summary>
internal static class EstimatedWordTimes
{
    /// <summary>Of the loudest sample: what is softer at the edges of a run is its silence.</summary>
    private const float Audible = 0.02f;

    /// <summary>
    /// Relative lengths. Vowels and consonants after D. H. Klatt, "Linguistic uses of segmental duration in English" (JASA 59, 1976): some 110 and 70 ms; marks by the pauses that
    /// readers make at them.
    /// </summary>
    private const double Consonant = 7;
    private const double Vowel = 11;
    private const double Diphthong = 15;
    private const double Lengthening = 5;
    private const double Modifier = 0.5;
    private const double Space = 1;
    private const double ShortPause = 18;
    private const double LongPause = 40;

    private static readonly FrozenDictionary<long, double> Weights = new (string Symbols, double Weight)[]
    {
        ("aeiouyɑɐɒæɔəɚɛɜɨɪɯøœʊʌɤᵊᵻ", Vowel),
        ("AIOQWY", Diphthong),
        ("ː", Lengthening),
        ("ˈˌʰʲ\u0303↓→↗↘\"()“”", Modifier),
        (" ", Space),
        (";:,—", ShortPause),
        (".!?…", LongPause),
    }.SelectMany(group => group.Symbols.EnumerateRunes().Select(symbol => KeyValuePair.Create((long)Vocabulary.All[symbol], group.Weight))).ToFrozenDictionary();

    /// <returns>One for each word of the run, in order; none begins before the one before it ends.</returns>
    public static ImmutableArray<WordTime> Of(TokenRun run, ReadOnlySpan<float> samples)
    {
        if (run.Words.IsEmpty)
            return [];
        var (from, to) = Sounding(samples);
        var (first, end) = (run.Words[0].FirstToken, run.Words[^1].EndToken);
        var all = 0.0;
        for (var i = first; i < end; i++)
            all += WeightOf(run.Ids[i]);

        // starts[i] is where token i begins, in samples: those before the first word at its beginning, those after the last one at its end.
        var starts = new int[run.Ids.Length + 1];
        var before = 0.0;
        for (var i = 1; i < run.Ids.Length; i++)
        {
            starts[i] = from + (int)((to - from) * (before / all));
            if (i >= first && i < end)
                before += WeightOf(run.Ids[i]);
        }

        starts[^1] = samples.Length;
        return WordTimes.OfStarts(run, starts);
    }

    private static double WeightOf(long id) => Weights.GetValueOrDefault(id, Consonant);

    /// <summary>From the first sample that can be heard to the end of the last one; all of them where none can.</summary>
    private static (int From, int To) Sounding(ReadOnlySpan<float> samples)
    {
        var loudest = 0f;
        foreach (var sample in samples)
            loudest = Math.Max(loudest, Math.Abs(sample));
        var (from, to) = (0, samples.Length);
        if (loudest == 0)
            return (from, to);
        while (Math.Abs(samples[from]) < loudest * Audible)
            from++;
        while (Math.Abs(samples[to - 1]) < loudest * Audible)
            to--;
        return (from, to);
    }
}
