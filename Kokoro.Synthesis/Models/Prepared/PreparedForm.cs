using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Synthesis.Models.Prepared;

/// <summary>Opens the prepared form of a model where there is one that can be trusted.</summary>
internal static class PreparedForm
{
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

        // Side by side: reading all bytes takes about as long as loading them.
        var checking = Task.Run(() => found.Model.IsIntact(found.Path));
        SpeechModel? model = null;
        string fault;
        try
        {
            model = SpeechModelLoader.Open(found.Path, provider, threads, isPrepared: true);
            fault = $"the prepared form of {Printable.Line(modelPath)} is damaged";
        }
        catch (SpeechException e) when (e.Code != SpeechErrorCode.LibraryMissing)
        {
            fault = e.Message;
        }

        var isIntact = checking.GetAwaiter().GetResult();
        if (model is not null && isIntact)
            return (model, found.Model.SourceSha256);
        model?.Dispose();
        log($"{fault}; the model is loaded as it was published");
        if (isIntact)
            PreparedModel.GiveUp(found.Path, found.Model.SourceSha256); // it would be no better the next time
        else
            PreparedModel.Forget(found.Path);
        return null;
    }
}
