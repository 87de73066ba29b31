using System.CommandLine;

namespace Kokoro.Host.Cli.Models;

/// <summary>`kokoro model use NAME`: which model speaks when none is named.</summary>
internal static class UseCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "A model that is here (see kokoro model list), or starter." };
        var command = new Command("use", "Choose the model that speaks when none is named.") { name };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(name)));
        return command;
    }

    private static async Task<int> RunAsync(string name)
    {
        using var held = ChosenModel.Store.Lock();
        ChosenModel.Store.Use(name);
        await Terminal.NoteAsync($"{name} speaks from the next start on; a server that is running goes on with what it has").ConfigureAwait(false);
        return ExitCode.Done;
    }
}
