using Kokoro.Synthesis.Models.Graphs;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Bench.Standin;

/// <summary>Which frames belong to which id.</summary>
internal static class Alignment
{
    /// <param name="durations">int64 [1, N].</param>
    /// <returns>[1, N, frames]: 1 where the frame is the id's, else 0. What is multiplied with it is repeated for each frame.</returns>
    public static Value Of(Network net, Value durations)
    {
        using var part = net.Inside("alignment");
        var g = net.Graph;
        var end = durations.CumulativeSum(axis: 1);
        var total = g.Op("ReduceSum", DataType.Int64, [durations], Attributes.Of("keepdims", 0));
        var frame = g.Range(total).Unsqueeze(0, 1);
        var begun = g.Op("GreaterOrEqual", DataType.Bool, [frame, (end - durations).Unsqueeze(2)]);
        var unfinished = g.Op("Less", DataType.Bool, [frame, end.Unsqueeze(2)]);
        return begun.And(unfinished).ToFloat();
    }
}
