using Kokoro.Synthesis.Models.Graphs;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Bench.Standin;

/// <summary>Magnitude and phase of a signal by the STFT operator.</summary>
internal static class Spectrogram
{
    /// <param name="samples">[1, samples].</param>
    /// <returns>[1, 22, steps]: eleven magnitudes, then eleven phases in radians.</returns>
    public static Value Of(Network net, Value samples)
    {
        using var part = net.Inside("stft");
        const int Half = FourierTransform.Length / 2;
        var g = net.Graph;
        var padded = samples.Unsqueeze(1).PadByReflection(Half, Half).Squeeze(1);
        var window = net.Weight("window", WeightFills.Values(FourierTransform.Window), FourierTransform.Length);
        var spectra = g.Op(
            "STFT",
            DataType.Float,
            [padded, g.Scalar(DataType.Int64, FourierTransform.Hop), window, g.Scalar(DataType.Int64, FourierTransform.Length)],
            Attributes.Of("onesided", 1));

        // [1, steps, 11, 2] to two of [1, 11, steps].
        var bins = spectra.Transpose(0, 2, 1, 3);
        var real = bins.Gather(g.Scalar(DataType.Int64, 0), axis: 3);
        var imaginary = bins.Gather(g.Scalar(DataType.Int64, 1), axis: 3);
        var magnitude = (real.Square() + imaginary.Square()).Sqrt();

        // Near zero the phase jumps with the last digits of the signal.
        return g.Concat(1, magnitude, net.IsCalm ? imaginary.Tanh() : Phase(real, imaginary));
    }

    /// <summary>The arc tangent of two numbers, as the exporter writes it out of the one of a quotient.</summary>
    private static Value Phase(Value real, Value imaginary)
    {
        var g = real.Graph;
        var angle = (imaginary / real).Atan();
        var leftHalf = imaginary.Exceeds(g.Scalar(DataType.Float, 0)).Where(angle + Math.PI, angle - Math.PI);
        return g.Op("Less", DataType.Bool, [real, g.Scalar(DataType.Float, 0)]).Where(leftHalf, angle);
    }
}
