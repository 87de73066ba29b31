using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Interop;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>The one environment of the process. Sessions keep it alive, so disposing it early is harmless to them.</summary>
public sealed unsafe class OrtEnv : SafeHandle
{
    private static readonly Lazy<OrtEnv> Shared = new(Create);

    private OrtEnv(nint environment)
        : base(environment, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    /// <exception cref="DllNotFoundException">The native library is missing or cannot be loaded.</exception>
    /// <exception cref="EntryPointNotFoundException">The native library is too old.</exception>
    public static OrtEnv Instance() => Shared.Value;

    /// <summary>The version of the native library.</summary>
    public string GetVersionString() => OrtLibrary.Current.Version;

    /// <summary>The names of the execution providers built into the native library, best first.</summary>
    public string[] GetAvailableProviders()
    {
        var api = OrtLibrary.Api;
        byte** names;
        int count;
        OrtStatus.Check(api->GetAvailableProviders(&names, &count), nameof(OrtApi.GetAvailableProviders));
        try
        {
            var providers = new string[count];
            for (var i = 0; i < count; i++)
                providers[i] = Utf8.Read(names[i]);
            return providers;
        }
        finally
        {
            OrtStatus.Check(api->ReleaseAvailableProviders(names, count), nameof(OrtApi.ReleaseAvailableProviders));
        }
    }

    /// <summary>Another reference to the environment, which the native library counts.</summary>
    internal static OrtEnv Create()
    {
        nint environment;
        var name = Utf8.Pinned("CSharpOnnxRuntime");
        var status = OrtLibrary.Api->CreateEnv((int)OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, Utf8.Pointer(name), &environment);
        GC.KeepAlive(name);
        OrtStatus.Check(status, nameof(OrtApi.CreateEnv));
        return new OrtEnv(environment);
    }

    protected override bool ReleaseHandle()
    {
        OrtLibrary.Api->ReleaseEnv(handle);
        return true;
    }
}
