using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.Native.Posix;

/// <summary>The session that a process belongs to: what happens to a terminal or to a browser's process group happens to all of it.</summary>
internal static partial class Session
{
    /// <summary>Makes this process the first of a session and of a process group of its own, without a terminal.</summary>
    /// <exception cref="Win32Exception">It leads a process group already.</exception>
    public static void Begin()
    {
        if (SetSid() < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "setsid", SetLastError = true)]
    private static partial int SetSid();
}
