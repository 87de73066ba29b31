using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Actors.Utterances;

/// <summary>What a run will be, before it is spoken.</summary>
internal static class RunCost
{
    /// <summary>English has some 14 phonemes and marks in a second of speech; a run is predicted within a factor of 1.5.</summary>
    private const double IdsPerSecond = 14;

    /// <returns>Seconds of audio.</returns>
    public static double Seconds(TokenRun run, float speed) => (run.Ids.Length - 2) / IdsPerSecond / speed;
}
