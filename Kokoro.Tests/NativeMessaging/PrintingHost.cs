using System.Diagnostics;
using Kokoro.Host.NativeMessaging;

namespace Kokoro.Tests.NativeMessaging;

/// <summary>The test assembly as a host in which everything prints: `printing-host`.</summary>
internal static class PrintingHost
{
    public const string Name = "printing-host";

    public static int Run()
    {
        var output = BrowserOutput.Take();
        Console.WriteLine("from the console");
        using (var handle = Console.OpenStandardOutput())
            handle.Write("from the handle\n"u8);
        using (var child = Process.Start("echo", "from a child"))
            child.WaitForExit();
        new MessageWriter(output).WriteAsync("{}"u8.ToArray(), CancellationToken.None).GetAwaiter().GetResult();
        return 0;
    }
}
