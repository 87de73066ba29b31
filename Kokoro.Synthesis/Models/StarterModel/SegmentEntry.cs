namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>A stretch of a phoneme in `phonemes.json`. What is absent comes from the defaults.</summary>
internal sealed record SegmentEntry
{
    /// <summary>Milliseconds before the duration rules.</summary>
    public double? Ms { get; init; }

    /// <summary>The share of the duration rules that applies; 0 is a fixed length.</summary>
    public double? Stretch { get; init; }

    /// <summary>Targets of F1 to F4, Hz.</summary>
    public double[]? Formants { get; init; }

    /// <summary>Of F1 to F4, Hz.</summary>
    public double[]? Bandwidths { get; init; }

    /// <summary>Weight of the targets against the neighbours' ones, for F1, F2, and F3 with F4.</summary>
    public double[]? Pull { get; init; }

    /// <summary>Hz.</summary>
    public double? NasalZero { get; init; }

    /// <summary>Corner of the voice's low-pass, Hz.</summary>
    public double? Tilt { get; init; }

    /// <summary>dB.</summary>
    public double? Voicing { get; init; }

    /// <summary>Noise through the formants, dB.</summary>
    public double? Breath { get; init; }

    /// <summary>Noise past the formants, dB.</summary>
    public double? Frication { get; init; }

    /// <summary>The name of its spectrum.</summary>
    public string? Noise { get; init; }

    /// <summary>What replaces parts of this where <see cref="AlternativeWhen"/> says so.</summary>
    public SegmentEntry? Alternative { get; init; }

    /// <summary>This segment with its alternative laid over it.</summary>
    public SegmentEntry OrAlternative() =>
        Alternative is not { } other
            ? this
            : new SegmentEntry
            {
                Ms = other.Ms ?? Ms,
                Stretch = other.Stretch ?? Stretch,
                Formants = other.Formants ?? Formants,
                Bandwidths = other.Bandwidths ?? Bandwidths,
                Pull = other.Pull ?? Pull,
                NasalZero = other.NasalZero ?? NasalZero,
                Tilt = other.Tilt ?? Tilt,
                Voicing = other.Voicing ?? Voicing,
                Breath = other.Breath ?? Breath,
                Frication = other.Frication ?? Frication,
                Noise = other.Noise ?? Noise,
            };
}
