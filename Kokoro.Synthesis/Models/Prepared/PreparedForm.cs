using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Synthesis.Models.Prepared;

/// <summary>Opens the prepared form of a model.</summary>
internal static class PreparedForm
{
    /// <summary>Where there is one that has been tried and has not changed since. If it cannot be loaded all the same, that is the machine's fault, of memory or of files, and it stays for the next time.</summary>
    /// <param name="modelPath">Of the source.</param>
    /// <param name="threads">For one run.</param>
    /// <param name="log">Takes a warning.</param>
    /// <returns>Null: the source has to be opened itself.</returns>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.LibraryMissing"/>.</exception>
    public static (SpeechModel Model, string SourceSha256)? TryOpen(string modelPath, EngineProvider provider, int threads, Action<string> log)
    {
        // What is prepared for the CPU's kernels is in the way of another provider.
        if (provider != EngineProvider.Cpu || PreparedModel.Find(modelPath) is not { } found)
            return null;
        try
        {
            return Open(modelPath, found, threads);
        }
        catch (SpeechException e) when (e.Code != SpeechErrorCode.LibraryMissing)
        {
            log($"{e.Message}; the model is loaded as it was published");
            return null;
        }
    }

    /// <summary>For who tries it.</summary>
    /// <exception cref="SpeechException">There is none, or it cannot be loaded.</exception>
    /// <inheritdoc cref="TryOpen" path="/param"/>
    public static (SpeechModel Model, string SourceSha256) OpenUntried(string modelPath, int threads) => PreparedModel.Find(modelPath, isTried: false) is { } found
        ? Open(modelPath, found, threads)
        : throw new SpeechException(SpeechErrorCode.ModelMissing, $"{Printable.Line(modelPath)} has no prepared form");

    private static (SpeechModel Model, string SourceSha256) Open(string modelPath, (string Path, PreparedModel Model) found, int threads)
    {
        // Side by side: reading all bytes takes about as long as loading them.
        var checking = Task.Run(() => found.Model.IsIntact(found.Path));
        SpeechModel? model = null;
        try
        {
            model = SpeechModelLoader.Open(found.Path, EngineProvider.Cpu, threads, isPrepared: true);
        }
        catch (SpeechException)
        {
            if (checking.GetAwaiter().GetResult())
                throw;
        }

        if (model is not null && checking.GetAwaiter().GetResult())
            return (model, found.Model.SourceSha256);
        model?.Dispose();
        PreparedModel.Forget(found.Path);
        throw new SpeechException(SpeechErrorCode.ModelCorrupt, $"the prepared form of {Printable.Line(modelPath)} is damaged");
    }
}
