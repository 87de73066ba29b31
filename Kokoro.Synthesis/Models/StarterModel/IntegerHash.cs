using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// Numbers that look random and are a function of an integer, so equal inputs give equal bytes: ONNX's own random operators promise
/// that for no two runtimes.
/// </summary>
internal static class IntegerHash
{
    /// <summary>2^31 - 1: a product of two residues still fits in 63 bits.</summary>
    public const double Prime = 2_147_483_647;

    // A round of multiplying modulo the prime and a square; the multiplier is the one of Park and Miller's generator (1993),
    // the offset and the increment only keep small numbers from giving small results.
    private const double Offset = 7919;
    private const double Multiplier = 48_271;
    private const double Increment = 69_621;

    /// <summary>int64 of any shape, 0 to <see cref="Prime"/> - 1.</summary>
    /// <param name="number">int64, 0 to some ten millions.</param>
    public static Value Of(Value number)
    {
        var moved = number + Offset;
        var hash = moved * (moved * Multiplier + Increment) % Prime;
        return hash * hash % Prime;
    }
}
