namespace Kokoro.Actors.Protocol;

/// <summary>Between an utterance and its writer. The sound itself comes from the engines as <see cref="RunProtocol.Spoken"/>.</summary>
internal static class WriterProtocol
{
    /// <summary>Utterance to writer: a slot for this run, in order; audio leaves in the order of the slots.</summary>
    /// <param name="Prepared">From the beginning of the utterance until this run was packed.</param>
    public sealed record Reserve(int Index, TimeSpan Prepared);

    /// <summary>Utterance to writer: no slot will follow; when the last one is written the channel is completed.</summary>
    /// <param name="Runs">Slots in all.</param>
    public sealed record Finish(int Runs);

    /// <summary>Utterance to writer: complete the channel with this problem, now.</summary>
    public sealed record Fail(SpeechProblem Problem);

    /// <summary>Writer to utterance: the last piece of this run is in the channel, which is the credit for another run.</summary>
    /// <param name="Samples">Of this run.</param>
    public sealed record Written(int Index, int Samples, RunProtocol.RunStats Stats);

    /// <summary>Writer to utterance: the channel is complete, without an error.</summary>
    public sealed record Completed(long Samples);

    /// <summary>Writer to utterance: the audio cannot be delivered (the reader is gone, or has read nothing for too long).</summary>
    public sealed record Undeliverable(SpeechProblem Problem);
}
