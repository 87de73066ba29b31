using Kokoro.Synthesis.Models.Graphs;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Bench.Standin;

/// <summary>Layers with weights that several parts of the model have.</summary>
internal static class Layers
{
    /// <summary>Of the states in each direction.</summary>
    private const int LstmHidden = 256;

    /// <summary>Small, so that what a style does to a signal stays near nothing.</summary>
    private const double StyleGain = 0.3;

    /// <summary>A fully connected layer from half of a style, as Gemm.</summary>
    /// <param name="style">[1, 128].</param>
    /// <returns>[1, to].</returns>
    public static Value StyleLayer(this Network net, Value style, int to)
    {
        using var part = net.Inside("fc");
        var weight = net.Weight("weight", WeightFills.Layer(Sizes.Style, StyleGain), to, Sizes.Style);
        return net.Graph.Op(
            "Gemm", DataType.Float, [style, weight, net.Weight("bias", WeightFills.Bias, to)], Attributes.Of("transB", 1));
    }

    /// <summary>A vector for each id.</summary>
    /// <param name="ids">int64 [1, N].</param>
    /// <returns>[1, N, width].</returns>
    public static Value Embedding(this Network net, string name, Value ids, int width)
    {
        using var part = net.Inside(name);
        return net.Weight("weight", WeightFills.Layer(1), Sizes.Ids, width).Gather(ids);
    }

    /// <summary>A bidirectional LSTM.</summary>
    /// <param name="x">[T, 1, from]: the operator wants time first.</param>
    /// <returns>[T, 1, 512], forwards beside backwards.</returns>
    public static Value Lstm(this Network net, string name, Value x, int from)
    {
        using var part = net.Inside(name);
        var g = net.Graph;
        var start = g.Zeros(2, 1, LstmHidden);
        var outputs = g.Append(
            "LSTM",
            [DataType.Float, DataType.Float, DataType.Float],
            [
                x,
                net.Weight("W", WeightFills.Layer(from), 2, 4 * LstmHidden, from),
                net.Weight("R", WeightFills.Layer(LstmHidden), 2, 4 * LstmHidden, LstmHidden),
                net.Weight("B", WeightFills.Bias, 2, 8 * LstmHidden),
                g.Nothing(),
                start,
                start,
            ],
            Attributes.Of("direction", "bidirectional"),
            Attributes.Of("hidden_size", LstmHidden));

        // [T, 2, 1, 256] to [T, 1, 512]; 0 keeps an extent.
        return outputs[0].Transpose(0, 2, 1, 3).Reshape(0, 0, -1);
    }

    /// <summary>Lengthens time by a stride with a transposed convolution whose kernel is twice as long.</summary>
    /// <param name="x">[1, from, T].</param>
    /// <returns>[1, to, stride T].</returns>
    public static Value Upsample(this Network net, string name, Value x, int from, int to, int stride)
    {
        using var part = net.Inside(name);
        var kernel = 2 * stride;
        var padding = (kernel - stride) / 2;
        return x.Graph.Op(
            "ConvTranspose",
            x.Type,
            [
                x,
                net.Weight("weight", WeightFills.Layer(from * kernel / stride), from, to, kernel),
                net.Weight("bias", WeightFills.Bias, to),
            ],
            Attributes.Of("kernel_shape", [kernel]),
            Attributes.Of("strides", [stride]),
            Attributes.Of("pads", [padding, padding]),
            Attributes.Of("dilations", [1]),
            Attributes.Of("group", 1));
    }

    /// <summary>Doubles time with a transposed convolution of each channel by itself.</summary>
    /// <param name="x">[1, channels, T].</param>
    /// <returns>[1, channels, 2 T].</returns>
    public static Value Pool(this Network net, Value x, int channels)
    {
        const int Kernel = 3;
        const int Stride = 2;
        using var part = net.Inside("pool");
        return x.Graph.Op(
            "ConvTranspose",
            x.Type,
            [x, net.Weight("weight", WeightFills.Layer(Stride), channels, 1, Kernel), net.Weight("bias", WeightFills.Bias, channels)],
            Attributes.Of("kernel_shape", [Kernel]),
            Attributes.Of("strides", [Stride]),
            Attributes.Of("pads", [1, 1]),
            Attributes.Of("output_padding", [1]),
            Attributes.Of("dilations", [1]),
            Attributes.Of("group", channels));
    }
}
