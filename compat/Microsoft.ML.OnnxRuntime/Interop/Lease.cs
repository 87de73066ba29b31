using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>Keeps a native object from being released while a call uses it, even when another thread disposes it meanwhile.</summary>
internal readonly struct Lease : IDisposable
{
    private readonly SafeHandle? _handle;

    /// <exception cref="ObjectDisposedException">The object was disposed before.</exception>
    public Lease(SafeHandle handle)
    {
        var added = false;
        handle.DangerousAddRef(ref added);
        _handle = handle;
    }

    public nint Pointer => _handle!.DangerousGetHandle();

    public void Dispose() => _handle?.DangerousRelease();
}
