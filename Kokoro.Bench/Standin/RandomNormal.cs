using System.Text;

namespace Kokoro.Bench.Standin;

/// <summary>
/// Numbers of mean 0 and variance 1 whose bits are the same on every machine: each is the sum of four integers of 16 bits
/// (the Irwin-Hall distribution), which is close to normal and never beyond 3.5. No logarithm or cosine of a math library is in it.
/// </summary>
internal sealed class RandomNormal(ulong seed)
{
    private const int Mean = 4 * 0xFFFF / 2;

    /// <summary>A uniform integer of 16 bits has a variance of 65536^2 / 12.</summary>
    private static readonly float PerUnit = (float)(Math.Sqrt(3) / 0x10000);

    private ulong _state = seed;

    /// <summary>The numbers that belong to a name, whatever else is drawn before or after.</summary>
    public static RandomNormal For(string name, ulong seed)
    {
        // FNV-1a of 64 bits.
        var hash = 0xCBF29CE484222325;
        foreach (var letter in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ letter) * 0x100000001B3;
        return new RandomNormal(hash + seed * 0xD1342543DE82EF95);
    }

    public float Next()
    {
        // SplitMix64 (Steele, Lea and Flood, 2014).
        var bits = _state += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        bits ^= bits >> 31;

        var sum = (int)(bits & 0xFFFF) + (int)((bits >> 16) & 0xFFFF) + (int)((bits >> 32) & 0xFFFF) + (int)(bits >> 48);
        return (sum - Mean) * PerUnit;
    }
}
