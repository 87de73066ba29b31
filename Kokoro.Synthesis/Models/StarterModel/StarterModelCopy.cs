namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>The starter model, ready to be loaded, and how it came to be.</summary>
/// <param name="Bytes">A whole ONNX file of the pinned hash.</param>
/// <param name="File">Where the same bytes are in the cache; null when they are only in memory.</param>
/// <param name="CacheProblem">Why they are only in memory, for whoever asks what is wrong with a machine; null when nothing is.</param>
internal sealed record StarterModelCopy(byte[] Bytes, string? File, string? CacheProblem);
