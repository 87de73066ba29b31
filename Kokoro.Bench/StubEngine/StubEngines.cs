using System.Globalization;
using Kokoro.Host.EngineProcess;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Bench.StubEngine;

/// <summary>This program as a stub engine: `stub-engine SPEED engine --kind speech --socket PATH [OPTION...]`.</summary>
internal static class StubEngines
{
    private const string Role = "stub-engine";

    /// <summary>Of a short run; the stub takes any row for any length.</summary>
    private const int StyleOf = 14;

    /// <param name="speed">Seconds of audio that each makes in a second.</param>
    public static EngineCommand Command(double speed)
    {
        var program = EngineCommand.ForThisProgram();
        var bench = Path.Combine(AppContext.BaseDirectory, "Kokoro.Bench.dll");
        return new EngineCommand(program.FileName, [bench, Role, speed.ToString(CultureInfo.InvariantCulture)]);
    }

    public static ISpeechEngineStarter Starter(double speed, SocketFolder sockets, VoiceCatalogue voices, Action<string> log) => new ChildSpeechEngineStarter(
        new EngineLinkOptions(Command(speed), sockets, new EngineLimits(), TimeProvider.System, log),
        new SpeechEngineSetup(null, null, EngineProvider.Cpu, 1),
        voices.Find(VoiceCatalogue.DefaultStarter).Load().StyleRow(StyleOf));

    public static bool IsAsked(string[] args) => args is [Role, _, "engine", "--kind", "speech", "--socket", _, ..];

    public static int Run(string[] args)
    {
        using var work = new StubSpeechWork(double.Parse(args[1], CultureInfo.InvariantCulture));
        return EngineRole.Run(args[6], work);
    }
}
