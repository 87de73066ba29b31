using Google.Protobuf;
using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.Models.Onnx;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Bench.Standin;

/// <summary>The ALBERT encoder of the phonemes: one layer, applied twelve times.</summary>
internal static class Albert
{
    public const int Width = 768;
    public const double Epsilon = 1e-12;

    private const int EmbeddingWidth = 128;
    private const int Layers = 12;

    /// <summary>The longest text.</summary>
    private const int Positions = 512;

    /// <param name="ids">int64 [1, N].</param>
    /// <param name="count">N as [1].</param>
    /// <returns>[1, N, 768].</returns>
    public static Value Encode(Network net, Value ids, Value count)
    {
        using var part = net.Inside("bert");
        var hidden = Linear.Create(net, "map", EmbeddingWidth, Width).Apply(Embed(net, ids, count));
        var shapes = new AttentionShapes(net.Graph, count);
        var mask = Mask(net.Graph, ids);
        var layer = AlbertLayer.Create(net, "shared");
        for (var i = 0; i < Layers; i++)
            hidden = layer.Apply($"layer.{i}", hidden, mask, shapes);
        return hidden;
    }

    /// <summary>Of the id, of its place and of the one kind of text, added up and normalised: [1, N, 128].</summary>
    private static Value Embed(Network net, Value ids, Value count)
    {
        using var part = net.Inside("embeddings");
        var words = net.Embedding("word", ids, EmbeddingWidth);
        var typed = words + net.Weight("type", WeightFills.Layer(1), 1, EmbeddingWidth);
        var places = net.Weight("position", WeightFills.Layer(1), 1, Positions, EmbeddingWidth).Take(1, count);
        return LayerNorm.Create(net, "norm", EmbeddingWidth, Epsilon).Apply(typed + places);
    }

    /// <summary>What is added to the attention's scores, [1, 1, 1, N]: nothing, as no id is masked. The exporter keeps the arithmetic.</summary>
    private static Value Mask(GraphBuilder g, Value ids)
    {
        using var part = g.Inside("mask");
        var one = new TensorProto { DataType = (int)DataType.Float, RawData = ByteString.CopyFrom(BitConverter.GetBytes(1f)) };
        one.Dims.Add(1);
        var present = g.Op("ConstantOfShape", DataType.Float, [ids.Shape()], Attributes.Of("value", one));
        return (1 - present.Unsqueeze(1, 2)) * float.MinValue;
    }
}
