using System.Collections.Immutable;

namespace Kokoro.Actors.Protocol;

/// <summary>
/// A tenth of a second of an utterance, in order; the last one of a run may be shorter. The channel that carries them completes without an error
/// only when every sample of the utterance is in it; it completes with an <see cref="UtteranceFailedException"/> otherwise.
/// </summary>
/// <param name="Pcm">24 kHz mono 16-bit little-endian samples; the reader may keep them.</param>
/// <param name="Words">The words that begin in this piece, or were left out in it; empty unless the request wants words.</param>
/// <param name="Timing">How the first piece came to be; null on all others.</param>
public sealed record AudioPiece(ReadOnlyMemory<byte> Pcm, ImmutableArray<WordTiming> Words, FirstAudioTiming? Timing = null)
{
    public const int SampleRate = 24_000;

    public const int BytesPerSample = 2;

    /// <summary>100 ms: short enough for a piece to be sent as soon as it is needed, long enough for the cost of a hop not to matter.</summary>
    public const int MostSamples = SampleRate / 10;
}
