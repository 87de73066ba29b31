using Microsoft.ML.OnnxRuntime;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>ONNX Runtime itself, as far as a person asks about it. The first question loads it.</summary>
internal static class InferenceLibrary
{
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.LibraryMissing"/>: missing, not loadable, or too old.</exception>
    public static string Version => Ask(() => OrtEnv.Instance().GetVersionString());

    /// <summary>The execution providers it was built with, by its own names.</summary>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.LibraryMissing"/>: missing, not loadable, or too old.</exception>
    public static IReadOnlyList<string> Providers => Ask(() => OrtEnv.Instance().GetAvailableProviders());

    /// <summary>Asks, and names what is wrong with the library in one line if it cannot answer.</summary>
    internal static T Ask<T>(Func<T> question)
    {
        try
        {
            return question();
        }
        catch (Exception exception) when (exception is TypeLoadException or TypeInitializationException or PlatformNotSupportedException)
        {
            // The package's own classes load the library in a static constructor, which wraps what went wrong.
            var cause = exception is TypeInitializationException { InnerException: { } inner } ? inner : exception;
            throw new SpeechException(SpeechErrorCode.LibraryMissing, cause.Message.ReplaceLineEndings(" "), innerException: exception);
        }
    }
}
