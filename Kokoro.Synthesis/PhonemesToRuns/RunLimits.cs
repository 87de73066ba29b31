namespace Kokoro.Synthesis.PhonemesToRuns;

/// <summary>How many ids a run holds. Spaces between words count; pads do not.</summary>
/// <remarks>
/// On two cores of a 2023 server, the plain model needs 190 ms before 10 ids are heard, 410 ms for 25, 780 ms for 50 and 1,490 ms
/// for 100; the time per id is flat from 50 on, so above 100 nothing is gained, while memory and the wait before a cancel grow.
/// </remarks>
public sealed record RunLimits
{
    public static readonly RunLimits Default = new();

    /// <summary>A shorter run sounds clipped, so it takes the next clause too; the first run ends as soon as it holds this many.</summary>
    public int Least { get; init; } = 10;

    /// <summary>The second run holds twice what the first may need: it is ready before the first has been heard wherever speech is made at twice its speed.</summary>
    public int Second { get; init; } = 50;

    /// <summary>From the third run on; also the longest clause that is not cut.</summary>
    public int Most { get; init; } = 100;

    /// <summary>The limit of a run by its index. The first has none of its own: it ends at the first clause that makes it long enough.</summary>
    public int Of(int runIndex) => runIndex switch
    {
        0 => Least,
        1 => Second,
        _ => Most,
    };
}
