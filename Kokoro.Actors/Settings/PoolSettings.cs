namespace Kokoro.Actors.Settings;

/// <summary>A pool of engine processes, and what is done when they do not start.</summary>
public sealed record PoolSettings
{
    /// <summary>0: min(4, cores, what memory allows).</summary>
    public int Size { get; init; }

    /// <summary>After the first failed start; doubles with each.</summary>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromSeconds(0.2);

    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>More failed starts than this within the window make the pool degraded.</summary>
    public int DegradedAfter { get; init; } = 5;

    public TimeSpan DegradedWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a degraded pool tries one start.</summary>
    public TimeSpan DegradedRetry { get; init; } = TimeSpan.FromSeconds(30);
}
