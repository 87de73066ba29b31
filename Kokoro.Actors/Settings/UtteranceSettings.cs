namespace Kokoro.Actors.Settings;

/// <summary>The limits of one utterance.</summary>
public sealed record UtteranceSettings
{
    /// <summary>Runs of one utterance that are submitted and not yet written.</summary>
    public int Window { get; init; } = 3;

    /// <summary>Audio between the writer and the reader.</summary>
    public TimeSpan Buffer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A full buffer from which nothing is taken for so long is given up.</summary>
    public TimeSpan StalledAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Runs that are packed ahead of the window.</summary>
    public int RunsAhead { get; init; } = 2;
}
