using System.CommandLine;
using System.Diagnostics;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.Models.Store;

namespace Kokoro.Host.Cli.Models;

/// <summary>`kokoro model prepare NAME`: what `add` and `pull` do at their end, and `serve` before it starts. Who asks for it has a form tried again that was of no use.</summary>
internal static class PrepareCommand
{
    private const string Name = "prepare";
    private const string OnceOption = "--once";

    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "A model that is here (see kokoro model list)." };
        var once = new Option<bool>(OnceOption) { Description = "Leave it at that where it was tried before and was of no use.", Hidden = true };
        var command = new Command(Name, "Write the form of a model that loads fast on this machine, where it is not there yet.") { name, once };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(name), parsed.GetValue(once), cancellationToken));
        return command;
    }

    /// <summary>The same in a process of its own, for a server, which never has native speech code in it.</summary>
    public static async Task RunAsChildAsync(string? modelPath, CancellationToken cancellationToken)
    {
        if (modelPath is null || ModelStore.Describe(Path.GetDirectoryName(modelPath)!) is not { } model)
            return;
        var program = EngineCommand.ForThisProgram();
        using var process = Process.Start(new ProcessStartInfo(program.FileName, [.. program.Arguments, ModelCommand.Name, Name, model.Name, OnceOption]))!;
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task<int> RunAsync(string name, bool isOnce, CancellationToken cancellationToken)
    {
        await Preparation.EnsureAsync(ChosenModel.Store.Require(name).Path, cancellationToken, isOnce).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
