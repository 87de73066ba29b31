namespace Kokoro.Actors.Settings;

/// <summary>A pool of engine processes, and what is done when they do not start.</summary>
public sealed record PoolSettings
{
    /// <summary>0: min(4, cores, what memory allows).</summary>
    [Limits("0", "64")]
    public int Size { get; init; }

    /// <summary>After the first failed start; doubles with each.</summary>
    [Limits("1 ms", "1 m")]
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromSeconds(0.2);

    [Limits("1 ms", "1 h")]
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>More failed starts than this within the window make the pool degraded.</summary>
    [Limits("1", "1000")]
    public int DegradedAfter { get; init; } = 5;

    [Limits("100 ms", "1 h")]
    public TimeSpan DegradedWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a degraded pool tries one start.</summary>
    [Limits("10 ms", "1 h")]
    public TimeSpan DegradedRetry { get; init; } = TimeSpan.FromSeconds(30);
}
