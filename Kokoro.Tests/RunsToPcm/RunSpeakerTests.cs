using Kokoro.Synthesis;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Tests.TinyOnnx;

namespace Kokoro.Tests.RunsToPcm;

public class RunSpeakerTests
{
    private static readonly TokenRun Run = new(
        7, [0, 1, 16, 2, 0], [new RunWord(new TextRange(10, 12), 1, 2), new RunWord(new TextRange(13, 20), 3, 4)]);

    [Fact]
    public void Speak_modelWithDurations_givesWordTimes()
    {
        using var model = SpeechModelLoader.Open(new TinyKokoro().ToModel(), "tiny");
        var pcm = RunSpeaker.Speak(model, Run, new float[256], 1, CancellationToken.None);

        // Frames 1, 2, 17, 3, 1.
        Assert.Equal(7, pcm.Index);
        Assert.Equal(new TextRange(10, 20), pcm.Source);
        Assert.Equal(24 * 600, pcm.Samples.Length);
        Assert.False(pcm.IsEstimated);
        Assert.Equal(
            [new WordTime(new TextRange(10, 12), 600, 6900), new WordTime(new TextRange(13, 20), 6900, 13_800)], pcm.Words.ToArray());
        Assert.False(pcm.DurationsDropped);
    }

    [Fact]
    public void Speak_modelWithoutDurations_givesEstimatedWordTimes()
    {
        using var model = SpeechModelLoader.Open(new TinyKokoro { Durations = null }.ToModel(), "tiny");
        var pcm = RunSpeaker.Speak(model, Run, new float[256], 1, CancellationToken.None);
        Assert.Equal(2, pcm.Words.Length);
        Assert.True(pcm.IsEstimated);
        Assert.Empty(pcm.Breaks);
        Assert.False(pcm.DurationsDropped);
    }

    [Fact]
    public void Speak_durationsThatDoNotAddUp_saysSo()
    {
        using var model = SpeechModelLoader.Open(new TinyKokoro { SamplesPerFrame = 601 }.ToModel(), "tiny");
        var pcm = RunSpeaker.Speak(model, Run, new float[256], 1, CancellationToken.None);
        Assert.True(pcm.IsEstimated);
        Assert.True(pcm.DurationsDropped);
    }
}
