using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>A native value. It keeps what its memory belongs to: the pinned array of an input, or the session of an output.</summary>
internal sealed unsafe class ValueHandle : SafeHandle
{
    private readonly Lease _session;
    private GCHandle _pinned;

    private ValueHandle(nint value, GCHandle pinned, Lease session)
        : base(value, ownsHandle: true)
    {
        _pinned = pinned;
        _session = session;
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>Takes over a value that lies over a pinned array.</summary>
    public static ValueHandle Over(nint value, GCHandle pinned) => new(value, pinned, default);

    /// <summary>Takes over a value that a session made.</summary>
    public static ValueHandle From(nint value, SessionHandle session) => new(value, default, new Lease(session));

    protected override bool ReleaseHandle()
    {
        OrtLibrary.Api->ReleaseValue(handle);
        if (_pinned.IsAllocated)
            _pinned.Free();
        _session.Dispose();
        return true;
    }
}
