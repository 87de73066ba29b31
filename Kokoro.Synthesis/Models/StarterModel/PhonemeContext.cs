using Kokoro.Synthesis.Models.Graphs;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>Neighbours along a vector of phonemes, and factors that apply to some of them.</summary>
internal static class PhonemeContext
{
    /// <summary>What the next phoneme has; 0 comes in at the end.</summary>
    public static Value Next(this Value value) => value.Graph.Concat(0, value.Slice(0, 1), value.Graph.Zeros(1));

    /// <summary>What the phoneme before has; 0 comes in at the start. Also of the rows of a matrix of one column.</summary>
    public static Value Previous(this Value value) =>
        value.Graph.Concat(0, value.Type == DataType.Int64 ? value.Graph.Ints(0) : value.Graph.Zeros(1), value.Slice(0, 0, -1));

    /// <summary>The factor where the flag is 1, and 1 where it is 0.</summary>
    public static Value Factor(this Value flag, double factor) => flag * (factor - 1) + 1;

    public static Value Not(this Value flag) => 1 - flag;
}
