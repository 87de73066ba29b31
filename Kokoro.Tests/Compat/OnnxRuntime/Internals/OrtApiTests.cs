using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Interop;

namespace Kokoro.Tests.Compat.OnnxRuntime.Internals;

/// <summary>
/// The places of the functions in the C API's table. Those that a wrong place would not show up in otherwise (a setter
/// beside a setter of the same form) are held here by the order of struct OrtApi; the rest shows in what the calls do.
/// </summary>
public class OrtApiTests
{
    /// <summary>The first 217 of struct OrtApi in onnxruntime_c_api.h, in stretches around the functions used.</summary>
    private static readonly (int First, string Names)[] Stretches =
    [
        (0, "CreateStatus GetErrorCode GetErrorMessage CreateEnv CreateEnvWithCustomLogger EnableTelemetryEvents DisableTelemetryEvents"
            + " CreateSession CreateSessionFromArray Run CreateSessionOptions SetOptimizedModelFilePath CloneSessionOptions"
            + " SetSessionExecutionMode EnableProfiling DisableProfiling EnableMemPattern DisableMemPattern EnableCpuMemArena"
            + " DisableCpuMemArena SetSessionLogId SetSessionLogVerbosityLevel SetSessionLogSeverityLevel"
            + " SetSessionGraphOptimizationLevel SetIntraOpNumThreads SetInterOpNumThreads"),
        (30, "SessionGetInputCount SessionGetOutputCount SessionGetOverridableInitializerCount SessionGetInputTypeInfo"
            + " SessionGetOutputTypeInfo SessionGetOverridableInitializerTypeInfo SessionGetInputName SessionGetOutputName"
            + " SessionGetOverridableInitializerName CreateRunOptions"),
        (46, "RunOptionsSetTerminate RunOptionsUnsetTerminate CreateTensorAsOrtValue CreateTensorWithDataAsOrtValue IsTensor"
            + " GetTensorMutableData"),
        (55, "CastTypeInfoToTensorInfo GetOnnxTypeFromTypeInfo CreateTensorTypeAndShapeInfo SetTensorElementType SetDimensions"
            + " GetTensorElementType GetDimensionsCount GetDimensions GetSymbolicDimensions GetTensorShapeElementCount"
            + " GetTensorTypeAndShape GetTypeInfo GetValueType CreateMemoryInfo CreateCpuMemoryInfo"),
        (75, "AllocatorAlloc AllocatorFree AllocatorGetInfo GetAllocatorWithDefaultOptions"),
        (92, "ReleaseEnv ReleaseStatus ReleaseMemoryInfo ReleaseSession ReleaseValue ReleaseRunOptions ReleaseTypeInfo"
            + " ReleaseTensorTypeAndShapeInfo ReleaseSessionOptions"),
        (125, "GetAvailableProviders ReleaseAvailableProviders"),
        (130, "AddSessionConfigEntry"),
        (216, "SessionOptionsAppendExecutionProvider"),
    ];

    [Fact]
    public void Slots_ofAllFunctions_areThoseOfTheHeader()
    {
        var header = Stretches
            .SelectMany(stretch => stretch.Names.Split(' ').Select((name, i) => (name, Slot: stretch.First + i)))
            .ToDictionary(entry => entry.name, entry => entry.Slot);
        var fields = typeof(OrtApi).GetFields(BindingFlags.Public | BindingFlags.Instance);
        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.Equal(header[field.Name] * nint.Size, field.GetCustomAttribute<FieldOffsetAttribute>()!.Value));
    }

    [Fact]
    public void Sizes_ofTheTables_areThoseOfPointers()
    {
        Assert.Equal(8, nint.Size);
        Assert.Equal(217 * nint.Size, Unsafe.SizeOf<OrtApi>());
        Assert.Equal(2 * nint.Size, Unsafe.SizeOf<OrtApiBase>());
    }

    [Fact]
    public void Check_failure_namesTheOperationAndTheCode()
    {
        using var options = new SessionOptions();
        var refused = Assert.Throws<OnnxRuntimeException>(() => options.ExecutionMode = (ExecutionMode)1234);
        Assert.StartsWith("[ErrorCode:InvalidArgument] SetSessionExecutionMode: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pinned_textWithAZero_isRefused() => Assert.Throws<ArgumentException>(() => Utf8.Pinned("a\0b"));
}
