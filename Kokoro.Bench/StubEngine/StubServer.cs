using System.Globalization;
using Kokoro.Actors.Hosting;
using Kokoro.Actors.Settings;
using Kokoro.Host.Cli;
using Kokoro.Host.Logging;
using Kokoro.Host.Serving;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Bench.StubEngine;

/// <summary>This program as a server over stub engines: `stub-server SPEED ENGINES WAIT`, until its standard input ends. It prints its address.</summary>
internal static class StubServer
{
    public const string Role = "stub-server";

    /// <param name="speed">Of each engine, in seconds of audio a second.</param>
    /// <param name="wholeWait">How long whole replies may wait for each other.</param>
    public static string[] Arguments(double speed, int engines, TimeSpan wholeWait) =>
        [Role, speed.ToString(CultureInfo.InvariantCulture), engines.ToString(CultureInfo.InvariantCulture), wholeWait.TotalSeconds.ToString(CultureInfo.InvariantCulture)];

    public static async Task<int> RunAsync(string[] args)
    {
        var (speed, engines) = (double.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
        var settings = new ServerSettings
        {
            Admission = new() { WholeWait = TimeSpan.FromSeconds(double.Parse(args[3], CultureInfo.InvariantCulture)) },
            Synthesis = new() { Size = engines },
            Router = new() { Permits = engines, Width = WidthPolicy.Narrow },
            Log = new() { Level = "warning" },
        };
        using var listening = Listening.Open("127.0.0.1", 0);
        using var sockets = SocketFolder.Create();
        using var logs = ServerLogs.Create(settings.Log);
        var real = ServerParts.Create(settings, ChosenModel.Of(settings.Engine.Model), EngineCommand.ForThisProgram(), sockets, logs.Engines);
        var parts = real with { Engines = StubEngines.Starter(speed, sockets, real.Voices, logs.Engines) };

        await using var server = Server.Create(settings, listening, sockets.FullPath, logs.AddTo, (akka, metrics) => logs.AddTo(akka).WithKokoroActors(settings, parts, metrics));
        await server.StartAsync(CancellationToken.None).ConfigureAwait(false);
        await server.ReadyAsync(CancellationToken.None).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(server.Address).ConfigureAwait(false);
        await Console.In.ReadToEndAsync().ConfigureAwait(false);
        await server.StopAsync().ConfigureAwait(false);
        return 0;
    }
}
