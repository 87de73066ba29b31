using System.CommandLine;
using Kokoro.Synthesis.Models.Store;

namespace Kokoro.Host.Cli.Models;

/// <summary>`kokoro model verify`: whether everything is still as it was fetched.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "Read every model and voice again and compare it with what it was.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        var problems = 0;
        var seen = 0;
        foreach (var (what, problem) in new StoreVerifier(ChosenModel.Store, Sources.Catalogue(Sources.Settings())).Verify())
        {
            cancellationToken.ThrowIfCancellationRequested();
            seen++;
            if (problem is null)
            {
                Console.WriteLine($"ok       {what}");
                continue;
            }

            problems++;
            Console.WriteLine($"DAMAGED  {what}");
            await Terminal.ErrorAsync(problem).ConfigureAwait(false);
        }

        if (seen == 0)
            await Terminal.NoteAsync("nothing is there yet but the starter voice").ConfigureAwait(false);
        return problems == 0 ? ExitCode.Done : ExitCode.Installation;
    }
}
