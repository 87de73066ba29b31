using System.Collections.Immutable;
using Kokoro.Actors.Protocol;
using Kokoro.Synthesis;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Actors.Utterances.Writing;

/// <summary>
/// Turns the runs of one utterance, in order, into pieces: pauses fitted, 16-bit samples, and the words that begin in each. The same samples as
/// <see cref="SpeechPipeline"/> and a WAV file make of the same runs. Not thread-safe.
/// </summary>
/// <param name="leftOut">What of the text is not spoken; reported where it would be heard.</param>
/// <param name="wantsWords">Whether the pieces say their words.</param>
internal sealed class PieceCutter(Pauses pauses, float speed, ImmutableArray<LeftOut> leftOut, bool wantsWords)
{
    private int? _owed;
    private long _samples;
    private int _nextLeftOut;

    /// <param name="isLast">Whether what is left out at the end of the text is to be reported with it.</param>
    /// <returns>At least one piece, unless the run has no sample.</returns>
    public ImmutableArray<AudioPiece> Cut(PcmRun run, bool isLast)
    {
        var fitted = PauseFitter.Fit(run, _owed, pauses, speed);
        _owed = fitted.Owed;
        var samples = fitted.Run.Samples;
        var words = wantsWords ? Words(fitted.Run, isLast) : [];
        var pieces = ImmutableArray.CreateBuilder<AudioPiece>((samples.Length + AudioPiece.MostSamples - 1) / AudioPiece.MostSamples);
        for (var (from, word) = (0, 0); from < samples.Length; from += AudioPiece.MostSamples)
        {
            var length = Math.Min(AudioPiece.MostSamples, samples.Length - from);
            var bytes = new byte[length * AudioPiece.BytesPerSample];
            Pcm16.Write(samples.AsSpan(from, length), bytes);

            // The last piece takes what is placed at the very end of the run.
            var end = from + length == samples.Length ? int.MaxValue : from + length;
            var first = word;
            while (word < words.Count && words[word].At < end)
                word++;
            pieces.Add(new AudioPiece(bytes, [.. words[first..word].Select(each => each.Timing)]));
        }

        _samples += samples.Length;
        return pieces.DrainToImmutable();
    }

    private List<(int At, WordTiming Timing)> Words(PcmRun run, bool isLast)
    {
        var words = new List<(int At, WordTiming Timing)>(run.Words.Length);
        foreach (var word in run.Words)
        {
            AddLeftOut(words, word.Source.Start, word.From);
            words.Add((word.From, new WordTiming(word.Source.Start, word.Source.End, Seconds(word.From), Seconds(word.To), Estimated: run.IsEstimated)));
        }

        if (isLast)
            AddLeftOut(words, int.MaxValue, run.Samples.Length);
        else if (run.Words.IsEmpty)
            AddLeftOut(words, run.Source.End, 0);
        return words;
    }

    private void AddLeftOut(List<(int At, WordTiming Timing)> words, int before, int at)
    {
        for (; _nextLeftOut < leftOut.Length && leftOut[_nextLeftOut].Source.Start < before; _nextLeftOut++)
        {
            var source = leftOut[_nextLeftOut].Source;
            words.Add((at, new WordTiming(source.Start, source.End, Seconds(at), Seconds(at), Spoken: false)));
        }
    }

    private double Seconds(int sampleOfRun) => (_samples + sampleOfRun) / (double)AudioPiece.SampleRate;
}
