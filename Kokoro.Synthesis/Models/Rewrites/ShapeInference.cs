using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>
/// Finds the shapes of values as far as the file tells them: an extent is null where it depends on the input, and a shape
/// is null where not even the number of axes is known. Knows the operators that lead to the patterns; for any other it
/// takes what the file itself says of the value.
/// </summary>
internal sealed partial class ShapeInference(GraphIndex graph)
{
    private readonly Dictionary<string, long?[]> _shapes = [];

    public IReadOnlyDictionary<string, long?[]> Run()
    {
        foreach (var value in graph.Graph.ValueInfo.Concat(graph.Graph.Input))
        {
            if (value.Type?.TensorType?.Shape is { } shape)
                _shapes[value.Name] = [.. shape.Dim.Select(extent => extent.HasDimValue ? extent.DimValue : (long?)null)];
        }

        foreach (var tensor in graph.Graph.Initializer)
            _shapes[tensor.Name] = [.. tensor.Dims];
        foreach (var node in graph.Graph.Node.Where(node => GraphIndex.IsStandard(node.Domain) && node.Output.Count > 0))
            Add(node);
        return _shapes;
    }

    private void Add(NodeProto node)
    {
        if (node.OpType == "Split" && Split(node) is { } part)
        {
            foreach (var output in node.Output)
                _shapes[output] = part;
        }
        else if (Infer(node) is { } shape)
        {
            _shapes[node.Output[0]] = shape;
        }
    }

    private long?[]? Infer(NodeProto node) =>
        node.OpType switch
        {
            "Identity" or "Cast" or "Clip" or "Floor" or "Round" or "Neg" or "Abs" or "Sqrt" or "Reciprocal" or "Exp" or "Log"
                or "Sin" or "Cos" or "Atan" or "Tanh" or "Sigmoid" or "Erf" or "Relu" or "LeakyRelu" or "Softmax" or "Not" or "Dropout"
                or "CumSum" or "ScatterND" or "LayerNormalization" or "InstanceNormalization" => Of(node, 0),
            "Add" or "Sub" or "Mul" or "Div" or "Pow" or "Min" or "Max" or "Mod" or "And" or "Or" or "Equal" or "Greater" or "Less"
                or "GreaterOrEqual" or "LessOrEqual" or "Where" => Broadcast(node),
            "Constant" => graph.Constant(node.Output[0]) is { } tensor ? [.. tensor.Dims] : null,
            "Shape" => Of(node, 0) is { } shape ? [shape.Length] : null,
            "Range" => [null],
            "Conv" => Of(node, 1) is { Length: > 1 } weights ? Convolved(node, weights, weights[0]) : null,
            "ConvTranspose" => Of(node, 1) is { Length: > 1 } weights ? Convolved(node, weights, weights[1] * node.Int("group", 1)) : null,
            "Gemm" => Gemm(node),
            "MatMul" => MatMul(node),
            "LSTM" => Lstm(node),
            "ReduceMean" or "ReduceSum" or "ReduceMax" => Reduced(node),
            "Transpose" => Transposed(node),
            "Reshape" => Reshaped(node),
            "Unsqueeze" => Unsqueezed(node),
            "Squeeze" => Squeezed(node),
            "Slice" => Sliced(node),
            "Concat" => Concatenated(node),
            "Gather" => Gathered(node),
            "Pad" => Padded(node),
            "Resize" => Resized(node),
            _ => null,
        };

    private long?[]? Of(NodeProto node, int input) => _shapes.GetValueOrDefault(node.In(input));

    private long[]? Constant(NodeProto node, int input) => graph.Constant(node.In(input))?.Ints();

    /// <summary>The axis counted from the front; null where the shape has no such axis.</summary>
    private static int? Axis(long axis, int rank) =>
        axis >= -rank && axis < rank ? (int)(axis < 0 ? axis + rank : axis) : null;

    /// <summary>The same, with these axes unknown.</summary>
    private static long?[] Without(long?[] shape, IEnumerable<long> axes)
    {
        long?[] result = [.. shape];
        foreach (var axis in axes)
        {
            if (Axis(axis, shape.Length) is { } place)
                result[place] = null;
        }

        return result;
    }
}
