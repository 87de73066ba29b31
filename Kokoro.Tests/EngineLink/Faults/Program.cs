using System.Net.Sockets;
using System.Text;
using Kokoro.Host.EngineProcess;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Tests.NativeMessaging;

namespace Kokoro.Tests.EngineLink.Faults;

/// <summary>
/// The test assembly as an engine: `FAULT [N FOLDER] engine --kind KIND --socket PATH [OPTION...]`. With a number the fault is in the first N
/// processes only, which count themselves in the folder; those after them are the real engine. As `printing-host` it is <see cref="PrintingHost"/>.
/// </summary>
public static class Program
{
    public static int Main(string[] args)
    {
        if (args is [PrintingHost.Name])
            return PrintingHost.Run();
        var fault = Enum.Parse<Fault>(args[0]);
        var engine = Array.IndexOf(args, "engine");
        var socketPath = args[Array.IndexOf(args, "--socket") + 1];
        if (engine == 3 && !IsAmongFirst(int.Parse(args[1]), args[2]))
            return EngineRole.Run(args.AsSpan(engine + 1));
        if (fault == Fault.DiesAtStart)
            return 7;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(socketPath));
        using var stream = new NetworkStream(socket);
        switch (fault)
        {
            case Fault.SilentAtStart:
                return stream.ReadByte();
            case Fault.GreetsWithText:
                stream.Write(Encoding.ASCII.GetBytes("loading model... done\n"));
                return stream.ReadByte();
            case Fault.GreetsInOtherVersion:
                var hello = new EngineHello(EngineKind.Phonemes, "", "", [], 0).Encode().ToArray();
                hello[sizeof(uint)]++;
                new FrameStream(stream).Write(FrameKind.Hello, hello);
                return stream.ReadByte();
        }

        _ = EngineServer.IgnoreSignals();
        var work = new FaultyWork(fault, stream);
        var isSpeech = args[Array.IndexOf(args, "--kind") + 1] == "speech";
        using var server = new EngineServer(stream, isSpeech ? new FaultySpeechWork(fault, work, args[(engine + 5)..]) : work);
        return server.Run();
    }

    /// <summary>Each process takes one number, and no two the same, though they may start at the same time.</summary>
    private static bool IsAmongFirst(int most, string folder) => Enumerable.Range(1, most).Any(number => Take(Path.Combine(folder, $"count-{number}")));

    private static bool Take(string file)
    {
        try
        {
            new FileStream(file, FileMode.CreateNew).Dispose();
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
    }
}
