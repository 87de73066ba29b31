using Kokoro.Synthesis;
using Kokoro.Synthesis.Models.Prepared;
using Kokoro.Synthesis.Models.Store;

namespace Kokoro.Host.Cli.Models;

/// <summary>Sees to it that a model of the store has its fast-loading form, before it is needed.</summary>
internal static class Preparation
{
    /// <summary>Does nothing where it is there for this machine and these versions. A model that cannot be prepared is used as it was published.</summary>
    /// <param name="modelPath">Null, or a file outside of the store: nothing is prepared.</param>
    public static async Task EnsureAsync(string? modelPath)
    {
        if (modelPath is null || ModelStore.Describe(Path.GetDirectoryName(modelPath)!) is not { } model || PreparedModel.Find(modelPath, model.Sha256) is not null)
            return;
        await Terminal.NoteAsync($"preparing {model.Name} for this machine (once)").ConfigureAwait(false);
        try
        {
            await Task.Run(() => ModelPreparer.Prepare(modelPath, model.Sha256)).ConfigureAwait(false);
        }
        catch (SpeechException e)
        {
            await Terminal.NoteAsync(e.Message).ConfigureAwait(false);
        }
    }
}
