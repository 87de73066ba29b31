using System.Collections.Immutable;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Synthesis.PcmToAudio;

/// <summary>
/// Gives the pauses of a run the lengths of the settings, by taking samples out of the middle of a silence or putting zeros in.
/// Sound is never cut: a pause in which the model is not silent stays as it is. Inside of a run pauses are found by the word times,
/// so without those only its edges are fitted. Pure.
/// </summary>
internal static class PauseFitter
{
    /// <summary>Models round a word's time to frames, so the silence beside it may lie this much off.</summary>
    private const int Slack = ModelOutput.SamplesPerFrame;

    /// <param name="owed">What <see cref="FittedRun.Owed"/> of the run before says; null for the first run.</param>
    /// <returns>The run with new samples, whose edges are faded, and with the times of its words in them.</returns>
    public static FittedRun Fit(PcmRun run, int? owed, Pauses pauses, float speed)
    {
        var silence = SilenceMeasure.Of(run.Samples);
        var (leading, trailing) = (silence.Leading, silence.Trailing);
        var edits = new List<SilenceEdit>();
        if (owed is { } before)
            edits.Add(new SilenceEdit(new SampleSpan(0, Math.Max(0, leading - before)), Math.Max(0, before - leading), NextWord: 0));

        var free = new SampleSpan(leading, run.Samples.Length - trailing);
        foreach (var each in run.Breaks)
        {
            if (pauses.Samples(each.End, speed) is not { } length || Find(silence, run.Words, each, free) is not { } pause)
                continue;
            edits.Add(Resize(pause, length, each.NextWord));
            free = free with { From = pause.To };
        }

        // Half of the pause is left to the next run, so that the middle, where it is cut and joined, is far from both sounds.
        int? rest = null;
        if (pauses.Samples(run.End, speed) is { } after)
        {
            var kept = Math.Min(trailing, after / 2);
            edits.Add(new SilenceEdit(new SampleSpan(run.Samples.Length - trailing + kept, run.Samples.Length), 0, run.Words.Length));
            rest = after - kept;
        }

        edits.RemoveAll(edit => edit.ChangesNothing);
        return new FittedRun(run with { Samples = Apply(edits, run.Samples), Words = Apply(edits, run.Words, run.Samples.Length) }, rest);
    }

    private static SampleSpan? Find(SilenceMeasure silence, ImmutableArray<WordTime> words, RunBreak place, SampleSpan free)
    {
        var (before, after) = (words[place.NextWord - 1], words[place.NextWord]);
        if (silence.At(new SampleSpan(before.To - Slack, after.From + Slack)) is not { } found)
            return null;

        // A word that the model swallowed is silent too; the pauses on both sides of it stay apart.
        var pause = new SampleSpan(Math.Max(found.From, Math.Max(free.From, before.From)), Math.Min(found.To, Math.Min(free.To, after.To)));
        return pause.Length > 0 ? pause : null;
    }

    private static SilenceEdit Resize(SampleSpan pause, int length, int nextWord)
    {
        var kept = Math.Min(pause.Length, length);
        var half = kept / 2;
        return new SilenceEdit(new SampleSpan(pause.From + half, pause.To - (kept - half)), length - kept, nextWord);
    }

    private static float[] Apply(List<SilenceEdit> edits, float[] samples)
    {
        var result = new float[samples.Length + edits.Sum(edit => edit.Growth)];
        var (from, to) = (0, 0);
        foreach (var edit in edits)
        {
            Keep(edit.Removed.From);
            from = edit.Removed.To;
            to += edit.Inserted;
        }

        Keep(samples.Length);
        return result;

        void Keep(int end)
        {
            var kept = result.AsSpan(to, end - from);
            samples.AsSpan(from, kept.Length).CopyTo(kept);
            RunJoin.Fade(kept);
            to += kept.Length;
        }
    }

    /// <summary>
    /// A word stays between the edits before and after it, also where its rounded time reaches into one, and moves with those before.
    /// </summary>
    private static ImmutableArray<WordTime> Apply(List<SilenceEdit> edits, ImmutableArray<WordTime> words, int samples)
    {
        var moved = ImmutableArray.CreateBuilder<WordTime>(words.Length);
        var (next, from, shift) = (0, 0, 0);
        for (var i = 0; i < words.Length; i++)
        {
            for (; next < edits.Count && edits[next].NextWord <= i; next++)
            {
                from = edits[next].Removed.To;
                shift += edits[next].Growth;
            }

            var to = next < edits.Count ? edits[next].Removed.From : samples;
            moved.Add(words[i] with { From = Math.Clamp(words[i].From, from, to) + shift, To = Math.Clamp(words[i].To, from, to) + shift });
        }

        return moved.MoveToImmutable();
    }
}
