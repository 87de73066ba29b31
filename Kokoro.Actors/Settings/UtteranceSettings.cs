namespace Kokoro.Actors.Settings;

/// <summary>The limits of one utterance.</summary>
public sealed record UtteranceSettings
{
    /// <summary>Runs of one utterance that are submitted and not yet written.</summary>
    [Limits("1", "64")]
    public int Window { get; init; } = 3;

    /// <summary>Audio between the writer and the reader.</summary>
    [Limits("100 ms", "10 m")]
    public TimeSpan Buffer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A full buffer from which nothing is taken for so long is given up.</summary>
    [Limits("100 ms", "1 h")]
    public TimeSpan StalledAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Runs that are packed ahead of the window.</summary>
    [Limits("1", "64")]
    public int RunsAhead { get; init; } = 2;
}
