namespace Kokoro.Bench.Engine;

/// <summary>Runs of a length: the same for everybody, at every time.</summary>
internal static class Ids
{
    private const int Known = 178;

    /// <returns>So many ids between two pads.</returns>
    public static int[] Of(int tokens)
    {
        var random = new Random(tokens);
        return [0, .. Enumerable.Range(0, tokens).Select(_ => random.Next(1, Known)), 0];
    }
}
