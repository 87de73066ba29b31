using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Utterances.Writing;

/// <summary>What the writer's actor learns about its channel.</summary>
internal static class WriterEvent
{
    /// <summary>The last piece of the run is in the channel.</summary>
    public sealed record RunWritten(int Samples, RunProtocol.RunStats Stats);

    /// <summary>A piece was not taken.</summary>
    public sealed record ChannelFull
    {
        public static readonly ChannelFull Instance = new();
    }

    /// <summary>The channel takes pieces again.</summary>
    public sealed record SpaceFreed
    {
        public static readonly SpaceFreed Instance = new();
    }

    /// <summary>The channel was completed by somebody else: its reader gave up.</summary>
    public sealed record ReaderGone
    {
        public static readonly ReaderGone Instance = new();
    }

    /// <summary>Nothing was taken for as long as a reader may rest.</summary>
    public sealed record ReaderStalled(TimeSpan After);
}
