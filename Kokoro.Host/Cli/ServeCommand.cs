using System.CommandLine;
using System.Globalization;
using Akka.Hosting;
using Kokoro.Actors.Hosting;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings.Reading;
using Kokoro.Host.Cli.Models;
using Kokoro.Host.Logging;
using Kokoro.Host.NativeMessaging;
using Kokoro.Host.Serving;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.Native.Posix;

namespace Kokoro.Host.Cli;

/// <summary>`kokoro serve`: the server, until Ctrl-C or SIGTERM.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    /// <summary>For a server that is to outlive whoever starts it; see <see cref="DetachedServer"/>.</summary>
    public const string Detached = "--detached";

    public static Command Create()
    {
        var port = new Option<string?>("--port", "-p") { Description = "The port; 0 takes a free one. By default 8880.", HelpName = "number" };
        var listen = new Option<string?>("--listen") { Description = "An address to listen on instead of localhost; it needs http.token in kokoro.conf.", HelpName = "address" };
        var config = new Option<string?>("--config") { Description = "Read this file instead of your kokoro.conf.", HelpName = "path" };
        var detached = new Option<bool>(Detached) { Hidden = true };
        var command = new Command(Name, "Start the server.") { port, listen, config, detached };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(detached), SettingsSource.Of(
            parsed.GetValue(config), ("kokoro.http.port", "--port", parsed.GetValue(port)), ("kokoro.http.listen", "--listen", parsed.GetValue(listen)))));
        return command;
    }

    private static async Task<int> RunAsync(bool isDetached, SettingsSources sources)
    {
        if (isDetached)
            Session.Begin();

        // Before anything is started, so that no moment is left in which a signal ends the process and leaves children.
        using var signals = new StopSignals();
        var settings = SettingsLoader.Load(sources);
        using var listening = Listening.Open(settings.Http.Listen, settings.Http.Port);
        using var sockets = SocketFolder.Create();
        using var logs = isDetached ? ServerLogs.Create(settings.Log, HostFolder.OfUser.ServerLog) : ServerLogs.Create(settings.Log);
        var chosen = ChosenModel.Of(settings.Engine.Model);
        if (!await PrepareAsync(chosen, signals.Asked).ConfigureAwait(false))
            return ExitCode.Done;
        var parts = ServerParts.Create(settings, chosen, EngineCommand.ForThisProgram(), sockets, logs.Engines);

        await using var server = Server.Create(settings, listening, UserFolders.Store, logs.AddTo, (akka, metrics) => logs.AddTo(akka).WithKokoroActors(settings, parts, metrics));
        await server.StartAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            var report = await server.ReadyAsync(signals.Asked).ConfigureAwait(false);
            if (report.State == HealthProtocol.ServerState.Degraded)
                await Terminal.ErrorAsync($"the engines do not start: {report.WhyNotReady()}; trying on").ConfigureAwait(false);
            else if (settings.Http.WarmUp == "on" && await WarmUp.SpeakAsync(settings.Http, server.Port, signals.Asked).ConfigureAwait(false) is { } why)
                await Terminal.NoteAsync($"the server could not speak to itself ({why}); the log says more").ConfigureAwait(false);
            await Terminal.NoteAsync($"speaking with {chosen.Described}").ConfigureAwait(false);
            await Console.Out.WriteLineAsync(server.Address).ConfigureAwait(false);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, signals.Asked).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (signals.Asked.IsCancellationRequested)
        {
            // Asked to stop.
        }

        var cutShort = await server.StopAsync().ConfigureAwait(false);
        if (cutShort > 0)
            await Terminal.NoteAsync(string.Create(CultureInfo.InvariantCulture, $"{cutShort} requests had to be cut short")).ConfigureAwait(false);
        return ExitCode.Done;
    }

    /// <returns>False: asked to stop, which is an orderly end before the start as well as after it.</returns>
    private static async Task<bool> PrepareAsync(ChosenModel chosen, CancellationToken asked)
    {
        try
        {
            await PrepareCommand.RunAsChildAsync(chosen.Path, asked).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (asked.IsCancellationRequested)
        {
            return false;
        }
    }
}
