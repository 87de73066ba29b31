using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Bench.StubEngine;

/// <summary>
/// A model whose sound is a function of the ids, their places and the speed, and of nothing else: every sample of every reply can be told. It costs a
/// thousandth of what a real one does.
/// </summary>
internal sealed class StubSpeechModel : ISpeechModel
{
    /// <summary>3 on average, 75 ms: some 13 ids in a second, as in speech.</summary>
    private const int LeastFrames = 2;
    private const int FrameSpread = 3;

    /// <summary>Numbers from -1000 to 1000, at half of full scale: a level as loud speech has.</summary>
    private const int Span = 2001;
    private const float Scale = 2000;

    public ModelOutput Run(ReadOnlySpan<long> ids, ReadOnlySpan<float> style, float speed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var durations = new int[ids.Length];
        for (var i = 0; i < ids.Length; i++)
            durations[i] = Math.Max(1, (int)((LeastFrames + (ids[i] % FrameSpread)) / speed));

        var samples = new float[durations.Sum() * ModelOutput.SamplesPerFrame];
        var next = 0;
        for (var i = 0; i < ids.Length; i++)
        {
            var phase = (int)((ids[i] * 7919) + (i * 104_729L) % Span);
            for (var end = next + (durations[i] * ModelOutput.SamplesPerFrame); next < end; next++)
                samples[next] = (((phase += 31) % Span) - (Span / 2)) / Scale;
        }

        return new ModelOutput(samples, durations);
    }

    public void Dispose()
    {
    }
}
