using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>The stage itself: a run of tokens becomes sound with its word times.</summary>
internal static class RunSpeaker
{
    /// <param name="style">[256] floats: the voice's row for the length of this run.</param>
    /// <inheritdoc cref="ISpeechModel.Run"/>
    public static PcmRun Speak(
        ISpeechModel model, TokenRun run, ReadOnlySpan<float> style, float speed, CancellationToken cancellationToken) =>
        ToPcm(run, model.Run(run.Ids.AsSpan(), style, speed, cancellationToken));

    /// <param name="output">What a model gave for the ids of <paramref name="run"/>.</param>
    public static PcmRun ToPcm(TokenRun run, ModelOutput output)
    {
        var isEstimated = output.Durations is null;
        var words = output.Durations is { } frames ? WordTimes.Of(run, frames) : EstimatedWordTimes.Of(run, output.Samples);
        var source = run.Words.IsEmpty ? default : run.Words[0].Source.Through(run.Words[^1].Source);
        return new PcmRun(run.Index, source, output.Samples, words, output.DurationsDropped)
        {
            IsEstimated = isEstimated,
            Breaks = isEstimated ? [] : run.Breaks,
            End = run.End,
        };
    }
}
