using Kokoro.Host.Cli;
using Kokoro.Host.Pairing;
using Kokoro.Synthesis;

namespace Kokoro.Host.NativeMessaging;

/// <summary>`kokoro native-host CALLER`, as a browser starts it: standard streams are the browser's.</summary>
internal static class NativeHostRole
{
    private const string Scheme = "chrome-extension://";

    /// <summary>Whether a browser calls, and not a person in a terminal.</summary>
    public static bool IsCall(string[] args) => args is [NativeHostCommand.Name, var caller, ..] && caller.StartsWith(Scheme, StringComparison.Ordinal);

    /// <param name="args">Those of <see cref="IsCall"/>. More may follow the caller; on Windows its window does.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var output = BrowserOutput.Take();
        var folder = HostFolder.OfUser;
        var log = new HostLog(folder.HostLog, TimeProvider.System);
        var writer = new MessageWriter(output);
        try
        {
            if (HostCallers.OriginOf(args[1]) is { } origin)
                return await Host(origin, folder, writer, log).RunAsync(CancellationToken.None).ConfigureAwait(false);
            await log.WriteAsync($"refused {Printable.Excerpt(args[1])}").ConfigureAwait(false);
            await SayAsync(writer, "This extension is not Kokoro's own, so it may not start the server.").ConfigureAwait(false);
            return ExitCode.Refused;
        }
        catch (Exception e)
        {
            // The last door: the person sees a sentence in the extension, and whoever looks for the fault finds it in the log.
            await log.WriteAsync(e.ToString()).ConfigureAwait(false);
            await SayAsync(writer, $"This is a fault of Kokoro; please report what {folder.HostLog} says.").ConfigureAwait(false);
            return ExitCode.Bug;
        }
    }

    private static NativeHost Host(string origin, HostFolder folder, MessageWriter writer, HostLog log)
    {
        var tokens = new HostTokens(new PairedTokens(UserFolders.Store, TimeProvider.System));
        return new(new MessageReader(Console.OpenStandardInput()), writer, new HostRequests(origin, folder, tokens, log, TimeProvider.System), log);
    }

    private static Task SayAsync(MessageWriter writer, string error) => NativeHost.AnswerAsync(writer, HostReply.Refused(error), CancellationToken.None);
}
