namespace Kokoro.Actors.Settings;

/// <summary>Who is served next, and what is done with a run that lost its engine.</summary>
public sealed record RouterSettings
{
    /// <summary>Core permits; 0: as many as there are cores.</summary>
    [Limits("0", "1024")]
    public int Permits { get; init; }

    /// <summary>A stream whose listener has less in hand than this goes first.</summary>
    [Limits("0 s", "1 m")]
    public TimeSpan UrgentBelow { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The part of the work that is kept for batch requests while both wait.</summary>
    [Limits("0", "1")]
    public double BatchShare { get; init; } = 0.1;

    /// <summary>A model that gains less from all cores runs on one always.</summary>
    [Limits("1", "100")]
    public double LeastGain { get; init; } = 1.3;

    /// <summary>"adaptive", or "narrow" or "wide" for every run, to compare.</summary>
    public WidthPolicy Width { get; init; }

    /// <summary>Retries of a run whose engines were ended from outside.</summary>
    [Limits("0", "100")]
    public int OutsideRetries { get; init; } = 3;

    [Limits("1 s", "365 d")]
    public TimeSpan QuarantineFor { get; init; } = TimeSpan.FromHours(24);

    [Limits("1", "1000000")]
    public int MostQuarantined { get; init; } = 10_000;
}
