using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>
/// A native value. Over an array it keeps that pinned; one that a session made shares the ownership of its memory with the
/// session natively, and so outlives it.
/// </summary>
internal sealed unsafe class ValueHandle : SafeHandle
{
    private GCHandle _pinned;

    /// <param name="value">Becomes this object's own, as does the pin.</param>
    public ValueHandle(nint value, GCHandle pinned = default)
        : base(value, ownsHandle: true) => _pinned = pinned;

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        OrtLibrary.Api->ReleaseValue(handle);
        if (_pinned.IsAllocated)
            _pinned.Free();
        return true;
    }
}
