using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.Native.Posix;

/// <summary>Ends this process at once, without handlers, finalizers or waiting for any thread.</summary>
internal static partial class ProcessExit
{
    /// <summary>
    /// <see cref="Environment.Exit"/> waits for handlers that may need a lock which a hung native call holds; `_exit` of the
    /// C library waits for nothing.
    /// </summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void Now(int code);
}
