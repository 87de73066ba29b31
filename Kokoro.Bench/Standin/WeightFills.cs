namespace Kokoro.Bench.Standin;

/// <summary>What weights are filled with.</summary>
internal static class WeightFills
{
    /// <summary>Small, so that it does not lead the signal anywhere.</summary>
    public static WeightFill Bias { get; } = Normal(0.02);

    /// <summary>Of a layer's normalisation: near 1.</summary>
    public static WeightFill NormScale { get; } = Normal(0.02, mean: 1);

    public static WeightFill Normal(double deviation, double mean = 0)
    {
        var (factor, offset) = ((float)deviation, (float)mean);
        return (values, random) =>
        {
            foreach (ref var value in values)
                value = offset + random.Next() * factor;
        };
    }

    /// <summary>Keeps the variance of what goes through the layer, times the square of the gain.</summary>
    /// <param name="inputs">How many products are summed for one output.</param>
    public static WeightFill Layer(double inputs, double gain = 1) => Normal(gain / Math.Sqrt(inputs));

    public static WeightFill Constant(double number) => (values, _) => values.Fill((float)number);

    public static WeightFill Values(float[] numbers) => (values, _) => numbers.CopyTo(values);

    /// <summary>The numbers rounded to float.</summary>
    public static WeightFill Values(double[] numbers) => Values(Array.ConvertAll(numbers, number => (float)number));
}
