namespace Kokoro.Synthesis.EngineLink;

/// <summary>What an engine process does.</summary>
internal enum EngineKind
{
    /// <summary>Words to phonemes, by espeak-ng.</summary>
    Phonemes = 1,

    /// <summary>Ids to samples, by ONNX Runtime.</summary>
    Speech = 2,
}
