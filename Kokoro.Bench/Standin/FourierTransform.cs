namespace Kokoro.Bench.Standin;

/// <summary>The window and the sizes of the generator's short-time Fourier transform, and its inverse as a matrix.</summary>
internal static class FourierTransform
{
    public const int Length = 20;
    public const int Hop = 5;
    public const int Bins = Length / 2 + 1;

    /// <summary>A periodic Hann window.</summary>
    public static double[] Window { get; } =
        [.. Enumerable.Range(0, Length).Select(n => 0.5 - 0.5 * Math.Cos(2 * Math.PI * n / Length))];

    /// <summary>
    /// [22, 1, 20], row-major: what each real part, then each imaginary part, adds to a windowed frame. A fourth of it, so that
    /// the four frames that overlap are averaged.
    /// </summary>
    public static double[] Inverse()
    {
        var matrix = new double[2 * Bins * Length];
        for (var bin = 0; bin < Bins; bin++)
        {
            // Bins stand for themselves and for their mirror images, but for the first and the last.
            var weight = (bin is 0 or Bins - 1 ? 1.0 : 2.0) / Length / (Length / Hop);
            for (var n = 0; n < Length; n++)
            {
                var angle = 2 * Math.PI * bin * n / Length;
                matrix[bin * Length + n] = weight * Math.Cos(angle) * Window[n];
                matrix[(Bins + bin) * Length + n] = -weight * Math.Sin(angle) * Window[n];
            }
        }

        return matrix;
    }

    /// <summary>The squared windows of all frames that reach a sample, of the first 20. From 15 on it stays the same.</summary>
    public static double[] WindowSums() =>
        [.. Enumerable.Range(0, Length).Select(n => Enumerable.Range(0, n / Hop + 1).Sum(frame => Math.Pow(Window[n - frame * Hop], 2)))];
}
