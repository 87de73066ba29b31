using System.Runtime.InteropServices;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>What an engine says of a run: how long it took, whether durations were dropped, the durations, the samples.</summary>
/// <param name="Took">In the model alone, by the engine's own clock.</param>
internal sealed record RunAnswer(ModelOutput Output, TimeSpan Took)
{
    /// <summary>The clock of an answer counts in these; less than one is no time that a model takes.</summary>
    private static readonly TimeSpan LeastTook = TimeSpan.FromMicroseconds(1);

    /// <summary>Ten minutes: 508 ids take two and a half at the slowest speed, with a slow voice three.</summary>
    private const int MostSamples = 600 * PcmRun.SampleRate;

    /// <summary>Seconds of audio in a second of the model's work.</summary>
    public double Rate => Output.Samples.Length / (double)PcmRun.SampleRate / (Took > LeastTook ? Took : LeastTook).TotalSeconds;

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.EngineFailed"/>: more than ten minutes, which is no speech and fits in no frame.</exception>
    public ReadOnlyMemory<byte> Encode()
    {
        if (Output.Samples.Length > MostSamples)
        {
            throw new SpeechException(
                SpeechErrorCode.EngineFailed, $"the model gave {Output.Samples.Length / PcmRun.SampleRate} s of audio for one run, where {MostSamples / PcmRun.SampleRate} s are the most; speak faster or choose another voice");
        }

        var durations = Output.Durations ?? [];
        var writer = new PayloadWriter().UInt32((uint)Took.TotalMicroseconds).Int32(Output.DurationsDropped ? 1 : 0).Int32(durations.Length);
        foreach (var duration in durations)
            writer.Int32(duration);
        return writer.Raw(MemoryMarshal.AsBytes(Output.Samples.AsSpan())).Bytes;
    }

    /// <summary>Believes nothing: what is not finite, or not as long as its durations say, is no answer.</summary>
    /// <param name="ids">Of the run, pads included.</param>
    /// <exception cref="BadFrameException">Not an answer to such a run.</exception>
    public static RunAnswer Decode(ReadOnlySpan<byte> payload, int ids)
    {
        var reader = new PayloadReader(payload);
        var took = TimeSpan.FromMicroseconds(reader.UInt32());
        var dropped = reader.Int32() != 0;
        var durations = new int[reader.Count(sizeof(int))];
        long frames = 0;
        for (var i = 0; i < durations.Length; i++)
            frames += durations[i] = reader.Int32();
        if (durations.Length != 0 && durations.Length != ids)
            throw reader.Bad($"{durations.Length} durations for {ids} ids");

        var rest = reader.Rest;
        if (rest.IsEmpty || rest.Length % sizeof(float) != 0)
            throw reader.Bad($"{rest.Length} bytes of samples");
        var samples = MemoryMarshal.Cast<byte, float>(rest).ToArray();
        if (durations.Length != 0 && (durations.Min() < 0 || frames * ModelOutput.SamplesPerFrame != samples.Length))
            throw reader.Bad($"durations of {frames} frames for {samples.Length} samples");
        foreach (var sample in samples)
        {
            if (!float.IsFinite(sample))
                throw reader.Bad("samples that are not finite");
        }

        return new(new ModelOutput(samples, durations.Length == 0 ? null : durations, dropped), took);
    }
}
