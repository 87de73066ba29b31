namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>What computes the model: the setting <c>engine.provider</c>.</summary>
internal enum EngineProvider
{
    /// <summary>
    /// The default everywhere. On a Mac too: CoreML has no LSTM, STFT or CumSum and refuses convolutions over more than 16,384
    /// steps, which is 3.4 s of audio, so it cuts the graph into some 120 pieces and falls back to the CPU where most of the work
    /// is; people who tried it with this model saw no gain.
    /// </summary>
    Cpu,

    /// <summary>Apple's CoreML, with the CPU for what it cannot do. macOS only.</summary>
    CoreMl,
}
