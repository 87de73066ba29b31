using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Interop;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>What holds for one run, or for several at once.</summary>
public unsafe class RunOptions : SafeHandle
{
    private bool _terminate;

    public RunOptions()
        : base(0, ownsHandle: true)
    {
        nint options;
        OrtStatus.Check(OrtLibrary.Api->CreateRunOptions(&options), nameof(OrtApi.CreateRunOptions));
        SetHandle(options);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>Ends the runs that use these options, between two nodes of the graph. May be set from any thread.</summary>
    public bool Terminate
    {
        get => _terminate;
        set
        {
            using var options = new Lease(this);
            if (value)
                OrtStatus.Check(OrtLibrary.Api->RunOptionsSetTerminate(options.Pointer), nameof(OrtApi.RunOptionsSetTerminate));
            else
                OrtStatus.Check(OrtLibrary.Api->RunOptionsUnsetTerminate(options.Pointer), nameof(OrtApi.RunOptionsUnsetTerminate));
            _terminate = value;
        }
    }

    protected override bool ReleaseHandle()
    {
        OrtLibrary.Api->ReleaseRunOptions(handle);
        return true;
    }
}
