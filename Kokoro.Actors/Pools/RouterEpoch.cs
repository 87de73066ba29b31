namespace Kokoro.Actors.Pools;

/// <summary>
/// Counts the lives of a pool's router, so that it outlives router and supervisor. Held by the props of the one supervisor there is; only the one router that lives
/// touches it.
/// </summary>
internal sealed class RouterEpoch
{
    /// <summary>What a worker announces that has heard of no router yet.</summary>
    public const int Unknown = 0;

    /// <summary>Of a router that nobody has asked for anything before.</summary>
    public const int First = 1;

    private int _last = Unknown;

    public int Next() => ++_last;
}
