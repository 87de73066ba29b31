using System.CommandLine;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Host.Cli;

/// <summary>`kokoro voices`: who can speak, and with which model.</summary>
internal static class VoicesCommand
{
    public static Command Create()
    {
        var command = new Command("voices", "List the voices.");
        command.SetAction((_, _) => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        var catalogue = new VoiceCatalogue(ChosenModel.Store.Voices);
        var chosen = Default(catalogue);
        var table = new ConsoleTable("voice", "name", "language", "gender", "grade", "model");
        foreach (var voice in catalogue.All)
        {
            table.Add(
                voice.Id + (voice.Id == chosen ? " (default)" : ""),
                voice.Name,
                voice.Language + (voice.CanSpeak ? "" : " (cannot be spoken)"),
                voice.Gender.ToString().ToLowerInvariant(),
                voice.Grade ?? "",
                voice.Source == VoiceSource.Starter ? "starter, a robotic voice" : "Kokoro-82M");
        }

        table.Write();
        foreach (var why in catalogue.Skipped)
            await Terminal.NoteAsync($"skipped {why}").ConfigureAwait(false);
        return ExitCode.Done;
    }

    /// <summary>Of the model that speaks by default; null where that has no voices yet.</summary>
    private static string? Default(VoiceCatalogue catalogue)
    {
        var source = ChosenModel.Of(null).Voices;
        return catalogue.All.Any(voice => voice.Source == source && voice.CanSpeak) ? catalogue.Default(source).Info.Id : null;
    }
}
