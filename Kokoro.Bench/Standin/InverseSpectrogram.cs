using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>Samples out of magnitudes and phases: the inverse transform and the addition of the frames as one transposed convolution.</summary>
internal static class InverseSpectrogram
{
    /// <summary>Samples that the exporter's ScatterND writes again.</summary>
    private const int Corrected = 18;

    /// <param name="magnitude">[1, 11, steps], as is <paramref name="phase"/>, in radians.</param>
    /// <returns>[1, 5 (steps - 1)].</returns>
    public static Value Samples(Network net, Value magnitude, Value phase)
    {
        using var part = net.Inside("istft");
        const int Bins = FourierTransform.Bins;
        const int Length = FourierTransform.Length;
        var g = net.Graph;
        var spectra = g.Concat(1, magnitude * phase.Cos(), magnitude * phase.Sin());
        var y = g.Op(
            "ConvTranspose",
            spectra.Type,
            [spectra, net.Weight("weight", WeightFills.Values(FourierTransform.Inverse()), 2 * Bins, 1, Length)],
            Attributes.Of("kernel_shape", [Length]),
            Attributes.Of("strides", [FourierTransform.Hop]),
            Attributes.Of("pads", [0, 0]),
            Attributes.Of("dilations", [1]),
            Attributes.Of("group", 1));
        y = CorrectBeginning(y.Squeeze(1)).Unsqueeze(1) * (Length / FourierTransform.Hop);

        const int Half = Length / 2;
        return y.Slice(2, Half).Slice(2, 0, -Half).Reshape(1, -1);
    }

    /// <summary>Makes the first samples as loud as those which more frames reach. Half of them are cut away; what costs is the copy of the signal.</summary>
    /// <param name="x">[1, samples].</param>
    private static Value CorrectBeginning(Value x)
    {
        var g = x.Graph;
        var sums = FourierTransform.WindowSums();
        var places = Enumerable.Range(1, Corrected).ToArray();
        var indices = g.Ints([.. places.SelectMany(place => new long[] { 0, place })]).Reshape(-1, 2);
        var shares = g.Row([.. places.Select(place => sums[place] / sums[^1])]);
        var corrected = g.Op("GatherND", x.Type, [x, indices]).Unsqueeze(0) / shares;
        return g.Op("ScatterND", x.Type, [x, indices, corrected.Squeeze(0)]);
    }
}
