namespace Kokoro.Synthesis.Models.Store;

internal enum CatalogueKind
{
    /// <summary>An ONNX model.</summary>
    Model,

    /// <summary>A file with one or more voices.</summary>
    Voices,
}
