namespace Kokoro.Actors.Settings;

/// <summary>How much work the edge promises to do (design: two sums against the drain rate).</summary>
public sealed record AdmissionSettings
{
    /// <summary>The part of the drain rate that streams may hold.</summary>
    [Limits("0.01", "1")]
    public double StreamShare { get; init; } = 0.8;

    /// <summary>How long whole replies may have to wait for each other.</summary>
    [Limits("100 ms", "10 m")]
    public TimeSpan WholeWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The part of the drain rate that whole replies can count on, whatever streams hold.</summary>
    [Limits("0.01", "1")]
    public double WholeLeastShare { get; init; } = 0.2;

    /// <summary>So many times the two limits above are open to clients that hold nothing.</summary>
    [Limits("1", "10")]
    public double NewcomerFactor { get; init; } = 1.25;

    /// <summary>What one second of audio holds, until finished utterances say better.</summary>
    [Limits("1", "100")]
    public double CharactersPerSecond { get; init; } = 14;

    /// <summary>From SIGTERM until what is not spoken and read to its end is cut short.</summary>
    [Limits("0 s", "10 m")]
    public TimeSpan DrainWithin { get; init; } = TimeSpan.FromSeconds(25);
}
