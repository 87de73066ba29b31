using System.CommandLine;

namespace Kokoro.Host.Cli.Models;

/// <summary>`kokoro model`: the store of models and voices.</summary>
internal static class ModelCommand
{
    public const string Name = "model";

    public static Command Create() => new(Name, "List, fetch, add, check, choose and remove models and voices.")
    {
        ListCommand.Create(), PullCommand.Create(), AddCommand.Create(), VerifyCommand.Create(), UseCommand.Create(), RemoveCommand.Create(), PrepareCommand.Create(),
    };
}
