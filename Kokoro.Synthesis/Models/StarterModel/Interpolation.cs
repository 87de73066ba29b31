namespace Kokoro.Synthesis.Models.StarterModel;

internal static class Interpolation
{
    /// <summary>The value at <paramref name="x"/> on straight lines through the points, level outside of them.</summary>
    /// <param name="points">Pairs of x and y, x rising.</param>
    public static double At(double[][] points, double x)
    {
        if (x <= points[0][0])
            return points[0][1];
        for (var i = 1; i < points.Length; i++)
        {
            if (x > points[i][0])
                continue;
            var (from, to) = (points[i - 1], points[i]);
            return from[1] + (to[1] - from[1]) / (to[0] - from[0]) * (x - from[0]);
        }

        return points[^1][1];
    }
}
