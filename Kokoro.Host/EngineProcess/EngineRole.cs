using System.Net.Sockets;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Host.EngineProcess;

/// <summary>The program as an engine: `engine --kind KIND --socket PATH`, started by <see cref="EngineLink"/> and by nobody else.</summary>
internal static class EngineRole
{
    private const int BadCommandLine = 2;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments is not ["--kind", var name, "--socket", var path, .. var options]
            || EngineKinds.Find(name) is not { } kind || Work(kind, options) is not { } work)
        {
            Console.Error.WriteLine("usage: engine --kind phonemes|speech --socket PATH [OPTION...] (internal; the program starts its engines itself)");
            return BadCommandLine;
        }

        return Run(path, work);
    }

    /// <param name="path">The socket on which the parent listens.</param>
    public static int Run(string path, IEngineWork work)
    {
        var signals = EngineServer.IgnoreSignals();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        using var server = new EngineServer(new NetworkStream(socket), work);
        var code = server.Run();
        foreach (var signal in signals)
            signal.Dispose();
        return code;
    }

    private static IEngineWork? Work(EngineKind kind, ReadOnlySpan<string> options) => kind switch
    {
        EngineKind.Phonemes when options.IsEmpty => new PhonemeWork(),
        EngineKind.Speech when SpeechEngineSetup.Parse(options) is { } setup => new SpeechWork(setup),
        _ => null,
    };
}
