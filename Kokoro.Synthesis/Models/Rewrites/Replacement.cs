using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>Nodes in the place of others.</summary>
/// <param name="Removed">The pattern.</param>
/// <param name="Added">In topological order; the last has the output of the pattern's last node.</param>
/// <param name="Constants">Initialisers to add, or to put in the place of those of the same name.</param>
internal sealed record Replacement(
    IReadOnlyCollection<NodeProto> Removed,
    IReadOnlyList<NodeProto> Added,
    IReadOnlyList<TensorProto> Constants);
