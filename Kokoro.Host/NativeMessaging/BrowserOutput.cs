using Kokoro.Synthesis.Native.Posix;

namespace Kokoro.Host.NativeMessaging;

/// <summary>Standard output of a process that a browser started: it ends a host that sends anything but frames.</summary>
internal static class BrowserOutput
{
    /// <summary>From now on only what is written to the stream that this returns reaches the browser. What libraries and children print goes to standard error.</summary>
    public static Stream Take()
    {
        var output = Console.OpenStandardOutput();
        if (!OperatingSystem.IsWindows())
            StandardOutput.JoinError(); // the stream has a handle of its own
        Console.SetOut(Console.Error);
        return output;
    }
}
