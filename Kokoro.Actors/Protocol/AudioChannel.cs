using System.Threading.Channels;

namespace Kokoro.Actors.Protocol;

/// <summary>The way of the audio out of the actors. Bounded, so that a reader who takes his time costs engine time only as he reads.</summary>
public static class AudioChannel
{
    /// <param name="buffer">How much audio it holds; at least one piece.</param>
    public static Channel<AudioPiece> Create(TimeSpan buffer)
    {
        var pieces = (int)(buffer.TotalSeconds * AudioPiece.SampleRate / AudioPiece.MostSamples);
        return Channel.CreateBounded<AudioPiece>(new BoundedChannelOptions(Math.Max(1, pieces))
        {
            FullMode = BoundedChannelFullMode.Wait,
            SingleReader = true,
            SingleWriter = true,
        });
    }
}
