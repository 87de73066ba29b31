using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.Native.Posix;

/// <summary>Standard output as the operating system knows it, which is also that of native libraries and of children.</summary>
internal static partial class StandardOutput
{
    private const int Output = 1;
    private const int Error = 2;

    /// <summary>From now on whatever is written to standard output goes to standard error. Streams that were opened before keep theirs.</summary>
    /// <exception cref="Win32Exception">The system refuses it.</exception>
    public static void JoinError()
    {
        if (Duplicate(Error, Output) < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Duplicate(int from, int to);
}
