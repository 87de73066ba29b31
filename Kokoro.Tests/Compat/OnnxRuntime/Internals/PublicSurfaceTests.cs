using System.Reflection;
using Microsoft.ML.OnnxRuntime;

namespace Kokoro.Tests.Compat.OnnxRuntime.Internals;

/// <summary>What compat shows to others is part of the package's own API, and no more.</summary>
public class PublicSurfaceTests
{
    /// <summary>Out of the sources of Microsoft.ML.OnnxRuntime 1.20 and later; constructors by their parameters.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["ExecutionMode"] = "ORT_SEQUENTIAL ORT_PARALLEL",
        ["GraphOptimizationLevel"] = "ORT_DISABLE_ALL ORT_ENABLE_BASIC ORT_ENABLE_EXTENDED ORT_ENABLE_ALL",
        ["IDisposableReadOnlyCollection`1"] = "",
        ["InferenceSession"] = "(String,SessionOptions) (Byte[],SessionOptions) InputNames OutputNames InputMetadata"
            + " OutputMetadata Run Dispose",
        ["NodeMetadata"] = "OnnxValueType IsTensor Dimensions SymbolicDimensions ElementDataType",
        ["OnnxRuntimeException"] = "",
        ["OnnxValueType"] = "ONNX_TYPE_UNKNOWN ONNX_TYPE_TENSOR ONNX_TYPE_SEQUENCE ONNX_TYPE_MAP ONNX_TYPE_OPAQUE"
            + " ONNX_TYPE_SPARSETENSOR ONNX_TYPE_OPTIONAL",
        ["OrtEnv"] = "IsInvalid Instance GetVersionString GetAvailableProviders",
        ["OrtLoggingLevel"] = "ORT_LOGGING_LEVEL_VERBOSE ORT_LOGGING_LEVEL_INFO ORT_LOGGING_LEVEL_WARNING ORT_LOGGING_LEVEL_ERROR"
            + " ORT_LOGGING_LEVEL_FATAL",
        ["OrtTensorTypeAndShapeInfo"] = "ElementDataType ElementCount Shape",
        ["OrtValue"] = "OnnxType CreateTensorValueFromMemory GetTensorDataAsSpan GetTensorTypeAndShape Dispose",
        ["RunOptions"] = "() IsInvalid Terminate",
        ["SessionOptions"] = "() IsInvalid EnableMemoryPattern ExecutionMode GraphOptimizationLevel IntraOpNumThreads InterOpNumThreads"
            + " LogSeverityLevel OptimizedModelFilePath AddSessionConfigEntry AppendExecutionProvider",
        ["TensorElementType"] = "Float UInt8 Int8 UInt16 Int16 Int32 Int64 String Bool Float16 Double UInt32 UInt64 Complex64 Complex128"
            + " BFloat16 DataTypeMax",
    };

    [Fact]
    public void PublicMembers_areThePackagesOwn()
    {
        var shown = typeof(OrtEnv).Assembly.GetExportedTypes().ToDictionary(type => type.Name, type => Members(type).Distinct().Order());

        Assert.Equal(Allowed.Keys.Order(), shown.Keys.Order());
        Assert.All(shown, type => Assert.Equal(Allowed[type.Key].Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), type.Value));
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var constructor in type.GetConstructors())
            yield return $"({string.Join(",", constructor.GetParameters().Select(parameter => parameter.ParameterType.Name))})";
        foreach (var property in type.GetProperties(Own))
            yield return property.Name;
        foreach (var method in type.GetMethods(Own).Where(method => !method.IsSpecialName))
            yield return method.Name;
        foreach (var field in type.GetFields(Own).Where(field => !field.IsSpecialName))
            yield return field.Name;
    }
}
