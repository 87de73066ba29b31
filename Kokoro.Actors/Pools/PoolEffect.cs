namespace Kokoro.Actors.Pools;

/// <summary>What a pool's supervisor has to do.</summary>
internal abstract record PoolEffect
{
    public sealed record Start(int Slot) : PoolEffect;

    /// <summary>Instead of any pause begun before.</summary>
    public sealed record Pause(TimeSpan For) : PoolEffect;
}
