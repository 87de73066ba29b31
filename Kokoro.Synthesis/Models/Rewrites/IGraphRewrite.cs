using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>Knows one pattern of nodes and what to put in its place.</summary>
internal interface IGraphRewrite
{
    /// <summary>
    /// Null unless <paramref name="last"/> ends the whole pattern and nothing else needs the values inside of it. Changes
    /// neither the node nor the graph.
    /// </summary>
    Replacement? Match(NodeProto last, GraphIndex graph);
}
