using Kokoro.Actors.Settings;
using Kokoro.Actors.Settings.Reading;
using Kokoro.Host.Cli;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Host.NativeMessaging;

/// <summary>For one caller. The settings are read at each request, so that a port that was changed meanwhile is the right one.</summary>
/// <param name="origin">The caller's, `chrome-extension://ID`.</param>
internal sealed class HostRequests(string origin, HostFolder folder, HostTokens tokens, HostLog log, TimeProvider time) : IHostRequests
{
    public async Task<HostReply> StatusAsync(CancellationToken cancellationToken)
    {
        var settings = Settings();
        var server = ServerAddress.Of(settings);
        using var probe = new HttpProbe(server, settings.Token);
        var isRunning = await probe.LookAsync(cancellationToken).ConfigureAwait(false) == ServerPresence.Live;
        return new(true, Running: isRunning, Server: server);
    }

    public async Task<HostReply> StartAsync(string? token, CancellationToken cancellationToken)
    {
        var settings = Settings();
        var server = ServerAddress.Of(settings);
        using var probe = new HttpProbe(server, settings.Token);
        var starter = new ServerStarter(folder, probe, settings.Port, () => DetachedServer.Start(EngineCommand.ForThisProgram(), folder.ServerStart), log, time);
        await starter.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return new(true, Server: server, Token: tokens.Issue(origin, token));
    }

    private static HttpSettings Settings()
    {
        try
        {
            return SettingsLoader.Load(SettingsSource.Of(config: null)).Http;
        }
        catch (SettingsException e)
        {
            throw new HostException($"The settings cannot be read: {e.Message.Split(Environment.NewLine)[0].TrimEnd('.')}.");
        }
    }
}
