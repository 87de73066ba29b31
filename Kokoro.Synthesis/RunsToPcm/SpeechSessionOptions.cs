using Microsoft.ML.OnnxRuntime;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>How a model is run inside a server. Each choice is one that measurements on a machine with other work speak for.</summary>
internal static class SpeechSessionOptions
{
    /// <summary>
    /// Idle threads that spin take the cores from others: without it a run is 1.25 to 1.3 times faster on a busy machine.
    /// </summary>
    private const string AllowSpinning = "session.intra_op.allow_spinning";

    /// <summary>CoreML's name when it is appended, which differs from that in the list of providers.</summary>
    private const string CoreMl = "CoreML";

    /// <param name="threads">1 uses the calling thread alone, so that as many runs as there are cores go on side by side.</param>
    /// <param name="isOptimised">The graph was optimised when it was prepared, and its weights lie as kernels want them.</param>
    public static SessionOptions Make(EngineProvider provider, int threads, bool isOptimised = false)
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = threads,

            // The graph is a chain: running branches side by side takes 1.5 times as long.
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            InterOpNumThreads = 1,

            // One plan would be kept for each length of text that ever came, and hardly any comes twice. The arena stays on: without
            // it a run takes 3.5 % longer, and runs of at most 100 ids keep it under 200 MB.
            EnableMemoryPattern = false,

            // Fusions of nodes gain nothing here, but the blocked layout of convolutions is part of this level.
            GraphOptimizationLevel = isOptimised ? GraphOptimizationLevel.ORT_DISABLE_ALL : GraphOptimizationLevel.ORT_ENABLE_ALL,

            // What goes wrong comes back as an exception; the library's own lines would go to standard error besides.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        try
        {
            options.AddSessionConfigEntry(AllowSpinning, "0");
            if (provider == EngineProvider.CoreMl)
                options.AppendExecutionProvider(CoreMl);
            return options;
        }
        catch
        {
            options.Dispose();
            throw;
        }
    }
}
