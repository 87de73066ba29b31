using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>Self-attention of twelve heads and a network of one inner layer, each added to its input and normalised.</summary>
internal sealed class AlbertLayer
{
    private const int InnerWidth = 2048;

    private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _dense;
    private readonly LayerNorm _attentionNorm;
    private readonly Linear _widen;
    private readonly Linear _narrow;
    private readonly LayerNorm _norm;

    private AlbertLayer(Network net)
    {
        const int Width = Albert.Width;
        _query = Linear.Create(net, "query", Width, Width);
        _key = Linear.Create(net, "key", Width, Width);
        _value = Linear.Create(net, "value", Width, Width);
        _dense = Linear.Create(net, "dense", Width, Width);
        _attentionNorm = LayerNorm.Create(net, "attention_norm", Width, Albert.Epsilon);
        _widen = Linear.Create(net, "ffn", Width, InnerWidth);
        _narrow = Linear.Create(net, "ffn_output", InnerWidth, Width);
        _norm = LayerNorm.Create(net, "full_norm", Width, Albert.Epsilon);
    }

    public static AlbertLayer Create(Network net, string name)
    {
        using var part = net.Inside(name);
        return new AlbertLayer(net);
    }

    /// <param name="name">Of this use of the layer.</param>
    /// <param name="x">[1, N, 768], as is the answer.</param>
    /// <param name="mask">[1, 1, 1, N], added to the scores.</param>
    public Value Apply(string name, Value x, Value mask, AttentionShapes shapes)
    {
        using var part = x.Graph.Inside(name);
        var attended = _attentionNorm.Apply(x + _dense.Apply(Attend(x, mask, shapes)));
        return _norm.Apply(_narrow.Apply(Gelu(_widen.Apply(attended))) + attended);
    }

    private Value Attend(Value x, Value mask, AttentionShapes shapes)
    {
        // Half of the scale on either side, as the exporter writes it: together one over the root of a head's width.
        var scale = Math.Pow(AttentionShapes.HeadWidth, -0.25);
        var query = _query.Apply(x).Reshape(shapes.Apart).Transpose(0, 2, 1, 3);
        var key = _key.Apply(x).Reshape(shapes.Apart).Transpose(0, 2, 3, 1);
        var value = _value.Apply(x).Reshape(shapes.Apart).Transpose(0, 2, 1, 3);
        var scores = (query * scale).MatMul(key * scale) + mask;
        return scores.Softmax().MatMul(value).Transpose(0, 2, 1, 3).Reshape(shapes.Together);
    }

    /// <summary>The Gaussian error linear unit by a hyperbolic tangent (Hendrycks and Gimpel, 2016).</summary>
    private static Value Gelu(Value x)
    {
        var inner = (x + x.Power(3) * 0.044715) * Math.Sqrt(2 / Math.PI);
        return x * 0.5 * (inner.Tanh() + 1);
    }
}
