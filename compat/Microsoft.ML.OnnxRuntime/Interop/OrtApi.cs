using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>
/// The functions used out of the C API's table, an array of pointers that only ever grows at its end. The number in each
/// offset is the function's place in <c>struct OrtApi</c> of onnxruntime_c_api.h. A function that answers a status
/// (null is success) goes through <see cref="OrtStatus.Check"/>; the release functions answer nothing.
/// </summary>
[StructLayout(LayoutKind.Explicit)]
internal unsafe struct OrtApi
{
    /// <summary>Bytes from one pointer of the table to the next; the library is built for 64-bit processors only.</summary>
    private const int Slot = 8;

    // Status
    [FieldOffset(1 * Slot)] public delegate* unmanaged<nint, int> GetErrorCode;
    [FieldOffset(2 * Slot)] public delegate* unmanaged<nint, byte*> GetErrorMessage;
    [FieldOffset(93 * Slot)] public delegate* unmanaged<nint, void> ReleaseStatus;

    // Environment
    [FieldOffset(3 * Slot)] public delegate* unmanaged<int, byte*, nint*, nint> CreateEnv;
    [FieldOffset(92 * Slot)] public delegate* unmanaged<nint, void> ReleaseEnv;
    [FieldOffset(125 * Slot)] public delegate* unmanaged<byte***, int*, nint> GetAvailableProviders;
    [FieldOffset(126 * Slot)] public delegate* unmanaged<byte**, int, nint> ReleaseAvailableProviders;

    // Session options
    [FieldOffset(10 * Slot)] public delegate* unmanaged<nint*, nint> CreateSessionOptions;
    [FieldOffset(11 * Slot)] public delegate* unmanaged<nint, byte*, nint> SetOptimizedModelFilePath;
    [FieldOffset(13 * Slot)] public delegate* unmanaged<nint, int, nint> SetSessionExecutionMode;
    [FieldOffset(16 * Slot)] public delegate* unmanaged<nint, nint> EnableMemPattern;
    [FieldOffset(17 * Slot)] public delegate* unmanaged<nint, nint> DisableMemPattern;
    [FieldOffset(22 * Slot)] public delegate* unmanaged<nint, int, nint> SetSessionLogSeverityLevel;
    [FieldOffset(23 * Slot)] public delegate* unmanaged<nint, int, nint> SetSessionGraphOptimizationLevel;
    [FieldOffset(24 * Slot)] public delegate* unmanaged<nint, int, nint> SetIntraOpNumThreads;
    [FieldOffset(25 * Slot)] public delegate* unmanaged<nint, int, nint> SetInterOpNumThreads;
    [FieldOffset(100 * Slot)] public delegate* unmanaged<nint, void> ReleaseSessionOptions;
    [FieldOffset(130 * Slot)] public delegate* unmanaged<nint, byte*, byte*, nint> AddSessionConfigEntry;
    [FieldOffset(216 * Slot)] public delegate* unmanaged<nint, byte*, byte**, byte**, nuint, nint> SessionOptionsAppendExecutionProvider;

    // Session
    [FieldOffset(7 * Slot)] public delegate* unmanaged<nint, byte*, nint, nint*, nint> CreateSession;
    [FieldOffset(8 * Slot)] public delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint> CreateSessionFromArray;
    [FieldOffset(9 * Slot)] public delegate* unmanaged<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint> Run;
    [FieldOffset(30 * Slot)] public delegate* unmanaged<nint, nuint*, nint> SessionGetInputCount;
    [FieldOffset(31 * Slot)] public delegate* unmanaged<nint, nuint*, nint> SessionGetOutputCount;
    [FieldOffset(33 * Slot)] public delegate* unmanaged<nint, nuint, nint*, nint> SessionGetInputTypeInfo;
    [FieldOffset(34 * Slot)] public delegate* unmanaged<nint, nuint, nint*, nint> SessionGetOutputTypeInfo;
    [FieldOffset(36 * Slot)] public delegate* unmanaged<nint, nuint, nint, byte**, nint> SessionGetInputName;
    [FieldOffset(37 * Slot)] public delegate* unmanaged<nint, nuint, nint, byte**, nint> SessionGetOutputName;
    [FieldOffset(95 * Slot)] public delegate* unmanaged<nint, void> ReleaseSession;

    // Run options
    [FieldOffset(39 * Slot)] public delegate* unmanaged<nint*, nint> CreateRunOptions;
    [FieldOffset(46 * Slot)] public delegate* unmanaged<nint, nint> RunOptionsSetTerminate;
    [FieldOffset(47 * Slot)] public delegate* unmanaged<nint, nint> RunOptionsUnsetTerminate;
    [FieldOffset(97 * Slot)] public delegate* unmanaged<nint, void> ReleaseRunOptions;

    // Values and their types
    [FieldOffset(49 * Slot)] public delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint> CreateTensorWithDataAsOrtValue;
    [FieldOffset(51 * Slot)] public delegate* unmanaged<nint, void**, nint> GetTensorMutableData;
    [FieldOffset(55 * Slot)] public delegate* unmanaged<nint, nint*, nint> CastTypeInfoToTensorInfo;
    [FieldOffset(56 * Slot)] public delegate* unmanaged<nint, int*, nint> GetOnnxTypeFromTypeInfo;
    [FieldOffset(60 * Slot)] public delegate* unmanaged<nint, int*, nint> GetTensorElementType;
    [FieldOffset(61 * Slot)] public delegate* unmanaged<nint, nuint*, nint> GetDimensionsCount;
    [FieldOffset(62 * Slot)] public delegate* unmanaged<nint, long*, nuint, nint> GetDimensions;
    [FieldOffset(63 * Slot)] public delegate* unmanaged<nint, byte**, nuint, nint> GetSymbolicDimensions;
    [FieldOffset(64 * Slot)] public delegate* unmanaged<nint, nuint*, nint> GetTensorShapeElementCount;
    [FieldOffset(65 * Slot)] public delegate* unmanaged<nint, nint*, nint> GetTensorTypeAndShape;
    [FieldOffset(67 * Slot)] public delegate* unmanaged<nint, int*, nint> GetValueType;
    [FieldOffset(96 * Slot)] public delegate* unmanaged<nint, void> ReleaseValue;
    [FieldOffset(98 * Slot)] public delegate* unmanaged<nint, void> ReleaseTypeInfo;
    [FieldOffset(99 * Slot)] public delegate* unmanaged<nint, void> ReleaseTensorTypeAndShapeInfo;

    // Memory
    [FieldOffset(69 * Slot)] public delegate* unmanaged<int, int, nint*, nint> CreateCpuMemoryInfo;
    [FieldOffset(76 * Slot)] public delegate* unmanaged<nint, void*, nint> AllocatorFree;
    [FieldOffset(78 * Slot)] public delegate* unmanaged<nint*, nint> GetAllocatorWithDefaultOptions;
    [FieldOffset(94 * Slot)] public delegate* unmanaged<nint, void> ReleaseMemoryInfo;
}
