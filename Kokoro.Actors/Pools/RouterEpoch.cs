namespace Kokoro.Actors.Pools;

/// <summary>Counts the lives of a router. Held by the props of the one router there is, and touched by it alone.</summary>
internal sealed class RouterEpoch
{
    /// <summary>What a worker announces that has heard of no router yet.</summary>
    public const int Unknown = 0;

    private int _last = Unknown;

    public int Next() => ++_last;
}
