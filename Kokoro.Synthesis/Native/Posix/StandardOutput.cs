using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.Native.Posix;

/// <summary>Standard output as the operating system knows it, which is also that of native libraries and of children.</summary>
internal static partial class StandardOutput
{
    private const int Output = 1;
    private const int Error = 2;

    /// <summary>POLLOUT: of a file that is asked for nothing macOS says nothing.</summary>
    private const short Writable = 0x4;

    /// <summary>POLLERR: on Linux, a pipe without a reader.</summary>
    private const short Failed = 0x8;

    /// <summary>POLLHUP: the same on macOS, and a socket.</summary>
    private const short HungUp = 0x10;

    /// <summary>From now on whatever is written to standard output goes to standard error. Streams that were opened before keep theirs.</summary>
    /// <exception cref="Win32Exception">The system refuses it.</exception>
    public static void JoinError()
    {
        if (Duplicate(Error, Output) < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>False when it is a pipe or a socket whose other end is closed.</summary>
    public static unsafe bool HasReader()
    {
        var asked = new Asked { File = Output, For = Writable };
        return Poll(&asked, count: 1, milliseconds: 0) <= 0 || (asked.Happened & (Failed | HungUp)) == 0;
    }

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Duplicate(int from, int to);

    /// <returns>How many of the files have something to say; negative: the call was refused.</returns>
    [LibraryImport("libc", EntryPoint = "poll")]
    private static unsafe partial int Poll(Asked* files, nuint count, int milliseconds);

    /// <summary>`struct pollfd`. A count of them is an unsigned long on Linux and an unsigned int on macOS, which one register holds alike.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Asked
    {
        public int File;
        public short For;
        public short Happened;
    }
}
