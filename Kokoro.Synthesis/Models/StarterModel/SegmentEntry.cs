namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>A stretch of a phoneme: the columns of `phonemes.json`. What is absent comes from the defaults.</summary>
/// <param name="Ms">Milliseconds before the duration rules.</param>
/// <param name="Formants">Targets of F1 to F4, Hz.</param>
/// <param name="Bandwidths">Of F1 to F4, Hz.</param>
/// <param name="Pull">Weight of the targets against the neighbours' ones, for F1, F2, and F3 with F4.</param>
/// <param name="NasalZero">Hz.</param>
/// <param name="Tilt">Corner of the voice's low-pass, Hz.</param>
/// <param name="Voicing">dB.</param>
/// <param name="Breath">Noise through the formants, dB.</param>
/// <param name="Frication">Noise past the formants, dB.</param>
/// <param name="Noise">The name of its spectrum.</param>
internal sealed record SegmentEntry(
    double? Ms,
    double? Stretch,
    double[]? Formants,
    double[]? Bandwidths,
    double[]? Pull,
    double? NasalZero,
    double? Tilt,
    double? Voicing,
    double? Breath,
    double? Frication,
    string? Noise,
    SegmentEntry? Alternative)
{
    /// <summary>This segment with its alternative laid over it.</summary>
    public SegmentEntry OrAlternative() =>
        Alternative is not { } other
            ? this
            : new SegmentEntry(
                other.Ms ?? Ms,
                other.Stretch ?? Stretch,
                other.Formants ?? Formants,
                other.Bandwidths ?? Bandwidths,
                other.Pull ?? Pull,
                other.NasalZero ?? NasalZero,
                other.Tilt ?? Tilt,
                other.Voicing ?? Voicing,
                other.Breath ?? Breath,
                other.Frication ?? Frication,
                other.Noise ?? Noise,
                Alternative: null);
}
