namespace Kokoro.Tests.Models.Rewrites;

/// <summary>The same at every run for the same name.</summary>
internal static class RandomNumbers
{
    /// <summary>Of mean 0 and variance 1, as many as the shape has.</summary>
    public static float[] Normal(string name, params long[] shape)
    {
        var random = new Random(name.Aggregate(17, (seed, symbol) => unchecked(seed * 31 + symbol)));
        var numbers = new float[shape.Aggregate(1L, (product, extent) => product * extent)];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return numbers;
    }
}
