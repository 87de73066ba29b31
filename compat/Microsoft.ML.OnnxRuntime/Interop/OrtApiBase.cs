using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>What the library's one export, OrtGetApiBase, points to.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct OrtApiBase
{
    /// <summary>(version) -> the function table of that version, or null when the library is older.</summary>
    public delegate* unmanaged<uint, OrtApi*> GetApi;

    /// <summary>() -> "1.30.0", owned by the library.</summary>
    public delegate* unmanaged<byte*> GetVersionString;
}
