namespace Kokoro.Synthesis.Models.StarterModel;

internal static class Decibel
{
    /// <summary>The amplitude of a level; 0 where there is none.</summary>
    public static double ToAmplitude(double? level) => level is { } decibels ? Math.Pow(10, decibels / 20) : 0;
}
