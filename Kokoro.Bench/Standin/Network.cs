using Kokoro.Synthesis.Models.Graphs;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Bench.Standin;

/// <summary>The graph that is being written, and its weights in the order of their use. Both are named after the parts they are in.</summary>
/// <param name="isCalm">
/// Flat pitch and smooth phase, so that what rounding changes stays small: for comparing two forms of one graph by their sound.
/// </param>
internal sealed class Network(ulong seed, bool isCalm = false)
{
    public bool IsCalm => isCalm;

    public GraphBuilder Graph { get; } = new(mergeEqual: false);

    public List<Weight> Weights { get; } = [];

    public GraphBuilder.Part Inside(string name) => Graph.Inside(name);

    public Value Weight(string name, WeightFill fill, params ReadOnlySpan<long> shape)
    {
        var weight = new Weight(Graph.Path + name, shape.ToArray(), fill, seed);
        Weights.Add(weight);
        return new Value(Graph, weight.Name, DataType.Float);
    }

    /// <summary>Numbers that more than one weight is made of.</summary>
    public float[] Draw(string name, int count, WeightFill fill)
    {
        var numbers = new float[count];
        fill(numbers, RandomNormal.For(Graph.Path + name, seed));
        return numbers;
    }
}
