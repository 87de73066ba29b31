using Microsoft.ML.OnnxRuntime;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>Opens models, and says in one line what is wrong with those that cannot be opened.</summary>
internal static class SpeechModelLoader
{
    /// <summary>What to do about a model file that is no good.</summary>
    private const string Fix = "fetch or copy it again, or choose another model";

    /// <param name="path">An ONNX file; weights in a second file lie beside it.</param>
    /// <param name="threads">For one run, the calling thread included.</param>
    /// <param name="isPrepared">It is the prepared form of a model, which is optimised already.</param>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.ModelMissing"/>: no such file, or it cannot be read. <see cref="SpeechErrorCode.ModelCorrupt"/>: empty,
    /// cut off, not ONNX, or not Kokoro's inputs and outputs. <see cref="SpeechErrorCode.ProviderUnavailable"/> and
    /// <see cref="SpeechErrorCode.LibraryMissing"/>.
    /// </exception>
    public static SpeechModel Open(string path, EngineProvider provider = EngineProvider.Cpu, int threads = 1, bool isPrepared = false)
    {
        CheckFile(path);
        return Open(options => new InferenceSession(path, options), Printable.Line(path), provider, threads, isPrepared);
    }

    /// <summary>What can be said of a model without loading it.</summary>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.ModelMissing"/>: no such file, or it cannot be read. <see cref="SpeechErrorCode.ModelCorrupt"/>: empty,
    /// cut off or not ONNX, or its weights are in a file that is missing, too short or outside of its folder.
    /// </exception>
    /// <returns>The names of the files beside it that hold its weights.</returns>
    public static IReadOnlyList<string> CheckFile(string path)
    {
        var name = Printable.Line(path);
        if (Directory.Exists(path))
            throw new SpeechException(SpeechErrorCode.ModelMissing, $"model {name} is a folder; name the .onnx file in it");
        if (!File.Exists(path))
            throw new SpeechException(SpeechErrorCode.ModelMissing, $"model {name} does not exist; check the path or choose another");
        try
        {
            using var file = File.OpenRead(path);
            return CheckOutline(file, name, Path.GetDirectoryName(Path.GetFullPath(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException(
                SpeechErrorCode.ModelMissing,
                $"model {name} cannot be read ({Printable.Message(exception)}); check its permissions",
                innerException: exception);
        }
    }

    /// <param name="name">What the model is called in messages.</param>
    /// <inheritdoc cref="Open(string, EngineProvider, int)"/>
    public static SpeechModel Open(byte[] model, string name, EngineProvider provider = EngineProvider.Cpu, int threads = 1)
    {
        using var file = new MemoryStream(model, writable: false);
        CheckOutline(file, name, folder: null);
        return Open(options => new InferenceSession(model, options), name, provider, threads);
    }

    private static SpeechModel Open(Func<SessionOptions, InferenceSession> create, string name, EngineProvider provider, int threads, bool isPrepared = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        EngineProviders.Require(provider, InferenceLibrary.Providers);
        InferenceSession session;
        try
        {
            using var options = SpeechSessionOptions.Make(provider, threads, isPrepared);
            session = create(options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw Corrupt($"model {name} cannot be loaded ({Printable.Message(exception)}); {Fix}", exception);
        }

        try
        {
            return new SpeechModel(session, Inspect(session));
        }
        catch (FormatException exception)
        {
            session.Dispose();
            throw Corrupt($"model {name} is not a Kokoro model: {Printable.Message(exception)} ({ModelSignature.Wanted}); choose another", exception);
        }
    }

    private static ModelSignature Inspect(InferenceSession session) => ModelSignature.Inspect(
        [.. session.InputNames.Select(input => ModelTensor.Of(input, session.InputMetadata[input]))],
        [.. session.OutputNames.Select(output => ModelTensor.Of(output, session.OutputMetadata[output]))]);

    private static IReadOnlyList<string> CheckOutline(Stream file, string name, string? folder)
    {
        try
        {
            OnnxOutline.Check(file);
            file.Position = 0;
            return OnnxWeightFiles.List(file, folder);
        }
        catch (FormatException exception)
        {
            throw Corrupt($"model {name} {exception.Message}; {Fix}", exception);
        }
    }

    private static SpeechException Corrupt(string message, Exception cause) =>
        new(SpeechErrorCode.ModelCorrupt, message, innerException: cause);
}
