using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Synthesis.Models.Graphs;

/// <summary>Taking apart and putting together.</summary>
internal sealed partial class Value
{
    /// <summary>An end that is past every axis.</summary>
    private const long ToTheEnd = 1L << 31;

    /// <summary>The shape as a vector of int64; of a vector, its length as [1].</summary>
    public Value Shape() => Graph.Op("Shape", DataType.Int64, [this]);

    public Value Slice(int axis, Value from, Value to) => Graph.Op("Slice", Type, [this, from, to, Graph.Ints(axis)]);

    /// <summary>Negative places count from the end.</summary>
    public Value Slice(int axis, long from, long to = ToTheEnd) => Slice(axis, Graph.Ints(from), Graph.Ints(to));

    /// <summary>The first <paramref name="count"/> [1] along an axis.</summary>
    public Value Take(int axis, Value count) => Slice(axis, Graph.Ints(0), count);

    /// <summary>Columns of a matrix, or channels of [1, C, T]: the axis is kept.</summary>
    public Value Columns(int first, int count) => Slice(1, first, first + count);

    public Value Squeeze(int axis) => Graph.Op("Squeeze", Type, [this, Graph.Ints(axis)]);

    public Value Unsqueeze(params ReadOnlySpan<long> axes) => Graph.Op("Unsqueeze", Type, [this, Graph.Ints(axes)]);

    public Value Reshape(Value shape) => Graph.Op("Reshape", Type, [this, shape]);

    public Value Reshape(params ReadOnlySpan<long> shape) => Reshape(Graph.Ints(shape));

    public Value Expand(Value shape) => Graph.Op("Expand", Type, [this, shape]);

    public Value Transpose() => Graph.Op("Transpose", Type, [this], Attributes.Of("perm", [1, 0]));

    /// <summary>Zeros before and after, per axis.</summary>
    /// <param name="widths">All the befores, then all the afters.</param>
    public Value Pad(Value widths) => Graph.Op("Pad", Type, [this, widths]);

    public Value Pad(params ReadOnlySpan<long> widths) => Pad(Graph.Ints(widths));

    public Value Gather(Value indices, int axis = 0) => Graph.Op("Gather", Type, [this, indices], Attributes.Of("axis", axis));

    /// <summary>The places, as a vector, at which a vector is not zero or true.</summary>
    public Value NonZero() => Graph.Op("NonZero", DataType.Int64, [this]).Squeeze(0);

    /// <summary>This vector with <paramref name="updates"/> written at <paramref name="indices"/>.</summary>
    public Value Scatter(Value indices, Value updates) =>
        Graph.Op("ScatterElements", Type, [this, indices, updates], Attributes.Of("axis", 0));

    /// <summary>This vector with <paramref name="updates"/> added at <paramref name="indices"/>, which may repeat.</summary>
    public Value ScatterAdd(Value indices, Value updates) =>
        Graph.Op("ScatterElements", Type, [this, indices, updates], Attributes.Of("axis", 0), Attributes.Of("reduction", "add"));

    /// <summary>Running sums along the first axis.</summary>
    public Value CumulativeSum() => Graph.Op("CumSum", Type, [this, Graph.Scalar(DataType.Int64, 0)]);

    /// <summary>Running sums along the first axis of what comes before each place.</summary>
    public Value SumBefore() => Graph.Op("CumSum", Type, [this, Graph.Scalar(DataType.Int64, 0)], Attributes.Of("exclusive", 1));

    /// <summary>The sum of each row of a matrix, as a vector.</summary>
    public Value SumRows() => Graph.Op("ReduceSum", Type, [this, Graph.Ints(1)], Attributes.Of("keepdims", 0));

    public Value MinOfRows() => Graph.Op("ReduceMin", Type, [this], Attributes.Of("axes", [1]), Attributes.Of("keepdims", 0));

    public Value MaxOfRows() => Graph.Op("ReduceMax", Type, [this], Attributes.Of("axes", [1]), Attributes.Of("keepdims", 0));

    /// <summary>Equal parts along axis 1.</summary>
    public Value[] Split(int parts, int width)
    {
        var widths = new long[parts];
        Array.Fill(widths, width);
        var types = new DataType[parts];
        Array.Fill(types, Type);
        return Graph.Append("Split", types, [this, Graph.Ints(widths)], Attributes.Of("axis", 1));
    }
}
