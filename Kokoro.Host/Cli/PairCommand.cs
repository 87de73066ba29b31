using System.CommandLine;
using System.Globalization;
using Kokoro.Host.Pairing;
using Kokoro.Synthesis;

namespace Kokoro.Host.Cli;

/// <summary>`kokoro pair`: which extensions may use the server. A server that runs sees every change at once.</summary>
internal static class PairCommand
{
    private static PairedTokens Tokens => new(UserFolders.Store, TimeProvider.System);

    public static Command Create()
    {
        var code = new Command("code", "Make a code to type into the extension, where its page /pair cannot be used.");
        code.SetAction((_, _) => MakeCodeAsync());

        var id = new Argument<string?>("id") { Description = "As kokoro pair lists it.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "All of them." };
        var revoke = new Command("revoke", "Take the right to use the server away from an extension.") { id, all };
        revoke.SetAction((parsed, _) => RevokeAsync(parsed.GetValue(id), parsed.GetValue(all)));

        var command = new Command("pair", "List the extensions that are paired with the server.") { code, revoke };
        command.SetAction((_, _) => ListAsync());
        return command;
    }

    private static async Task<int> ListAsync()
    {
        var paired = Tokens.List();
        if (paired.Count == 0)
        {
            await Terminal.NoteAsync("no extension is paired; open the page /pair of the running server, or make a code with: kokoro pair code").ConfigureAwait(false);
            return ExitCode.Done;
        }

        var table = new ConsoleTable("id", "name", "origin", "paired");
        foreach (var each in paired)
            table.Add(each.Id, Printable.Excerpt(each.Name), each.Origin, each.Made.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        table.Write();
        return ExitCode.Done;
    }

    private static async Task<int> MakeCodeAsync()
    {
        var made = new PairingCode(UserFolders.Store, TimeProvider.System).Make();
        await Console.Out.WriteLineAsync(made.Code).ConfigureAwait(false);
        await Terminal.NoteAsync("type it into the extension within two minutes; it works once, and a code that was shown before does not any more").ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static async Task<int> RevokeAsync(string? id, bool isAll)
    {
        if (id is null != isAll)
        {
            await Terminal.ErrorAsync("say which: kokoro pair revoke ID, or --all; kokoro pair lists them").ConfigureAwait(false);
            return ExitCode.Refused;
        }

        if (id is not null && !Tokens.Revoke(id))
        {
            await Terminal.ErrorAsync($"nothing is paired as {Printable.Excerpt(id)}; kokoro pair lists what is").ConfigureAwait(false);
            return ExitCode.Refused;
        }

        await Terminal.NoteAsync(id is not null ? $"revoked {id}" : string.Create(CultureInfo.InvariantCulture, $"revoked {Tokens.RevokeAll()}")).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
