using Kokoro.Synthesis;

namespace Kokoro.Host.NativeMessaging;

/// <summary>Sees to it that there is a server. Hosts that are asked at the same time, by two browsers or two tabs, start one.</summary>
/// <param name="port">For what is said.</param>
/// <param name="start">Starts a server that goes on without this process.</param>
internal sealed class ServerStarter(HostFolder folder, IServerProbe probe, int port, Func<IStartedServer> start, HostLog log, TimeProvider time)
{
    public static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns when the server is there. One that was there already may still be starting.</summary>
    /// <exception cref="HostException">Another program has the port, or the server does not start.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (await probe.LookAsync(cancellationToken).ConfigureAwait(false) == ServerPresence.Live)
            return;
        await using var alone = await LockAsync(cancellationToken).ConfigureAwait(false);
        switch (await probe.LookAsync(cancellationToken).ConfigureAwait(false))
        {
            case ServerPresence.Live:
                return;
            case ServerPresence.Foreign:
                var owner = PortOwner.Of(port) ?? "another program";
                throw new HostException($"Port {port} is taken by {owner}, which is not Kokoro; end it, or set another kokoro.http.port.");
        }

        using var server = start();
        await log.WriteAsync($"started the server as process {server.Id}").ConfigureAwait(false);
        await UntilReadyAsync(server, cancellationToken).ConfigureAwait(false);
    }

    private async Task UntilReadyAsync(IStartedServer server, CancellationToken cancellationToken)
    {
        for (var begun = time.GetTimestamp(); !await probe.IsReadyAsync(cancellationToken).ConfigureAwait(false);)
        {
            if (server.ExitCode is { } code)
            {
                // Somebody in a terminal may have been quicker.
                if (await probe.LookAsync(cancellationToken).ConfigureAwait(false) == ServerPresence.Live)
                    return;
                await log.WriteAsync($"the server ended at its start with exit code {code}: {server.LastLine}").ConfigureAwait(false);
                throw new HostException($"The server ended at its start ({Said(server) ?? $"exit code {code}"}); start it in a terminal to see why: kokoro serve.");
            }

            if (time.GetElapsedTime(begun) >= ReadyWithin)
            {
                await log.WriteAsync($"the server is not ready after {ReadyWithin.TotalSeconds} s: {server.LastLine}").ConfigureAwait(false);
                var last = Said(server) is { } said ? $" ({said})" : "";
                throw new HostException(
                    $"The server is still not ready after {ReadyWithin.TotalSeconds} seconds{last}; try again in a moment, or look into {folder.ServerStart}.");
            }

            await Task.Delay(Poll, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>Its last line; null where it said nothing.</returns>
    private static string? Said(IStartedServer server)
    {
        const string Program = "kokoro: ";
        var line = server.LastLine;
        return line.Length == 0 ? null : line.StartsWith(Program, StringComparison.Ordinal) ? line[Program.Length..] : line;
    }

    /// <summary>The one before holds it until its server is ready or has failed, so a little longer than that is waited for it.</summary>
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        for (var begun = time.GetTimestamp(); ;)
        {
            try
            {
                Directory.CreateDirectory(folder.Path);
                return new FileStream(folder.StartLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(folder.StartLock) && time.GetElapsedTime(begun) < ReadyWithin + ReadyWithin)
            {
                await Task.Delay(Poll, time, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new HostException($"The folder {folder.Path} cannot be used ({Printable.Message(e)}); correct its permissions.");
            }
        }
    }
}
