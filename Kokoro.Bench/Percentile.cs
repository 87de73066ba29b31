namespace Kokoro.Bench;

internal static class Percentile
{
    /// <summary>Nearest rank: the least value that at least this share of all values does not exceed.</summary>
    /// <param name="share">0 to 1.</param>
    public static double Of(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
