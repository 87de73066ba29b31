using System.CommandLine;
using Kokoro.Synthesis;
using Kokoro.Synthesis.Models.Store;

namespace Kokoro.Host.Cli.Models;

/// <summary>`kokoro model remove NAME`: a model, or a file of voices.</summary>
internal static class RemoveCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "A model that is here, a set of voices, or a voice." };
        var command = new Command("remove", "Delete a model or voices.") { name };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(name)));
        return command;
    }

    private static async Task<int> RunAsync(string name)
    {
        var store = ChosenModel.Store;
        using var held = store.Lock();
        if (name == ModelStore.Starter)
            throw new SpeechException(SpeechErrorCode.ModelUnknown, "the starter voice is part of the program and cannot be removed; choose another with: kokoro model use NAME");
        if (store.VoiceFile(name) is { } file)
        {
            StoreFaults.Guard(store.Home, () =>
            {
                File.Delete(file);
                return 0;
            });
            await Terminal.NoteAsync($"removed {Path.GetFileName(file)}").ConfigureAwait(false);
            return ExitCode.Done;
        }

        var wasDefault = store.Remove(store.Require(name));
        await Terminal.NoteAsync(wasDefault ? $"removed {name}; the starter voice speaks from the next start on" : $"removed {name}").ConfigureAwait(false);
        return ExitCode.Done;
    }
}
