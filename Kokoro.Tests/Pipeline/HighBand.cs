namespace Kokoro.Tests.Pipeline;

/// <summary>Energy above 6 kHz, where a click is and speech has little.</summary>
internal static class HighBand
{
    /// <summary>2 ms at 24 kHz.</summary>
    public const int Window = 48;

    private const double Edge = 6000.0 / 24_000;
    private const int Half = 32;

    /// <summary>A windowed-sinc high-pass of 65 taps: a delta less the low-pass, Blackman's window.</summary>
    private static readonly double[] Taps = Enumerable.Range(-Half, 2 * Half + 1).Select(Tap).ToArray();

    /// <summary>The energy of the band in the window that starts at <paramref name="start"/>; what lies outside of the sound is silence.</summary>
    public static double Energy(ReadOnlySpan<float> sound, int start)
    {
        var energy = 0.0;
        for (var i = start; i < start + Window; i++)
        {
            var value = 0.0;
            for (var k = -Half; k <= Half; k++)
            {
                if (i + k >= 0 && i + k < sound.Length)
                    value += sound[i + k] * Taps[k + Half];
            }

            energy += value * value;
        }

        return energy;
    }

    private static double Tap(int k)
    {
        var low = k == 0 ? 2 * Edge : Math.Sin(2 * Math.PI * Edge * k) / (Math.PI * k);
        var phase = Math.PI * (k + Half) / Half;
        var window = 0.42 - 0.5 * Math.Cos(phase) + 0.08 * Math.Cos(2 * phase);
        return ((k == 0 ? 1 : 0) - low) * window;
    }
}
