namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>The columns of the segment table.</summary>
internal static class SegmentColumn
{
    /// <summary>Four: F1 to F4, Hz.</summary>
    public const int Formants = 0;

    /// <summary>Four, Hz.</summary>
    public const int Bandwidths = 4;

    public const int NasalZero = 8;

    public const int Tilt = 9;

    /// <summary>Three: for F1, F2, and F3 with F4.</summary>
    public const int Pull = 10;

    /// <summary>Amplitude.</summary>
    public const int Voicing = 13;

    /// <summary>Amplitude.</summary>
    public const int Breath = 14;

    /// <summary>Amplitudes of the noise bands.</summary>
    public const int Noise = 15;

    public static readonly int Count = Noise + FrameGrid.NoiseBands.Length;
}
