using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// Shapes the spectra of the sources: voice and breath go through the vocal tract, frication goes past it. Everything
/// that does not change within a run is computed before the loop.
/// </summary>
internal sealed class SpectralFilter
{
    /// <summary>Keeps the division finite at the centre of a formant of no bandwidth.</summary>
    private const double SmallestMagnitude = 1e-12;

    private readonly Value _linear;
    private readonly Value _quadratic;
    private readonly Value _realTerms;
    private readonly Value _imaginaryTerms;
    private readonly ComplexValue _fixedPoles;
    private readonly ComplexValue _glottal;
    private readonly Value _breath;
    private readonly Value _noiseBands;

    public SpectralFilter(GraphBuilder g, Style style)
    {
        g.Stage("filter");
        var f = FrameGrid.BinKilohertz();
        _linear = g.Row(f);
        _quadratic = g.Row(Array.ConvertAll(f, each => each * each));
        _realTerms = g.Concat(0, g.Row(Array.ConvertAll(f, _ => 1.0)), -_quadratic, g.Row(Array.ConvertAll(f, each => Math.Pow(each, 4))));
        _imaginaryTerms = g.Concat(0, _linear, g.Row(Array.ConvertAll(f, each => -Math.Pow(each, 3))));
        _fixedPoles = FixedPoles.Spectrum(style, _linear);
        _glottal = SourceSpectra.Glottal(style, _linear);
        _breath = SourceSpectra.Breath(g);
        _noiseBands = SourceSpectra.NoiseBands(g);
    }

    /// <summary>The spectrum of the sound, [frames, 481].</summary>
    /// <param name="parameters">[frames, 39]: <see cref="FrameParameters"/>.</param>
    public ComplexValue Apply(Value parameters, ComplexValue pulses, ComplexValue noise)
    {
        // 1 / (1 + j f / corner) is (1 - j f / corner) over its squared magnitude.
        var tilt = Column(parameters, FrameParameters.Tilt).MatMul(_linear);
        var gain = Column(parameters, FrameParameters.Voicing) / (1 + tilt * tilt);
        var shape = new ComplexValue(_glottal.Real + _glottal.Imaginary * tilt, _glottal.Imaginary - _glottal.Real * tilt);
        var voice = pulses * (shape * gain);

        var breath = noise * Column(parameters, FrameParameters.Breath).MatMul(_breath);
        var frication = noise * parameters.Columns(FrameParameters.Noise, FrameGrid.NoiseBands.Length).MatMul(_noiseBands);
        return (voice + breath) * VocalTract(parameters) + frication;
    }

    private ComplexValue VocalTract(Value parameters)
    {
        var formants = Formants(parameters, FrameParameters.LowerFormants) * Formants(parameters, FrameParameters.UpperFormants);
        var zero = new ComplexValue(
            1 - Column(parameters, FrameParameters.ZeroSquared).MatMul(_quadratic),
            Column(parameters, FrameParameters.ZeroLinear).MatMul(_linear));
        return (zero * _fixedPoles).TimesConjugate(formants) * (formants.SquaredMagnitude() + SmallestMagnitude).Reciprocal();
    }

    private ComplexValue Formants(Value parameters, int first) =>
        new(
            parameters.Columns(first, FrameParameters.RealTerms).MatMul(_realTerms),
            parameters.Columns(first + FrameParameters.RealTerms, FrameParameters.ImaginaryTerms).MatMul(_imaginaryTerms));

    private static Value Column(Value parameters, int index) => parameters.Columns(index, 1);
}
