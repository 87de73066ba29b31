using Kokoro.Synthesis.Models.Store;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Host.Cli.Models;

/// <summary>What a person has to know after the store has changed.</summary>
internal static class StoreState
{
    public static async Task SayAsync(ModelStore store)
    {
        if (store.Default() is not { } model)
        {
            await Terminal.NoteAsync(store.All() is [var any, ..]
                ? $"the starter voice speaks; choose another with: kokoro model use {any.Name}"
                : "there is no model for these voices yet; get one with: kokoro model pull kokoro-v1.0").ConfigureAwait(false);
            return;
        }

        await Terminal.NoteAsync($"{model.Name} speaks from the next start on").ConfigureAwait(false);
        if (!new VoiceCatalogue(store.Voices, VoiceSource.Folder).All.Any(voice => voice.CanSpeak))
            await Terminal.NoteAsync("it has no voices yet; get them with: kokoro model pull voices-v1.0").ConfigureAwait(false);
    }
}
