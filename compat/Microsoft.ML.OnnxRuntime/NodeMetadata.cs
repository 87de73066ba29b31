using Microsoft.ML.OnnxRuntime.Interop;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>What a model says of one of its inputs or outputs.</summary>
public class NodeMetadata
{
    private readonly TensorElementType _elementDataType;
    private readonly int[] _dimensions = [];
    private readonly string[] _symbolicDimensions = [];

    /// <summary>Of a sequence, map, optional or opaque value.</summary>
    internal NodeMetadata(OnnxValueType onnxValueType) => OnnxValueType = onnxValueType;

    /// <summary>Of a tensor.</summary>
    internal NodeMetadata(OnnxValueType onnxValueType, TensorElementType elementDataType, int[] dimensions, string[] symbolicDimensions)
    {
        OnnxValueType = onnxValueType;
        _elementDataType = elementDataType;
        _dimensions = dimensions;
        _symbolicDimensions = symbolicDimensions;
    }

    public OnnxValueType OnnxValueType { get; }

    public bool IsTensor => OnnxValueType is OnnxValueType.ONNX_TYPE_TENSOR or OnnxValueType.ONNX_TYPE_SPARSETENSOR;

    /// <summary>One number for each dimension; -1 where it may be any.</summary>
    /// <exception cref="OnnxRuntimeException">Not a tensor.</exception>
    public int[] Dimensions => OfTensor(_dimensions);

    /// <summary>One name for each dimension; empty where it is a number.</summary>
    /// <exception cref="OnnxRuntimeException">Not a tensor.</exception>
    public string[] SymbolicDimensions => OfTensor(_symbolicDimensions);

    /// <exception cref="OnnxRuntimeException">Not a tensor.</exception>
    public TensorElementType ElementDataType => OfTensor(_elementDataType);

    private T OfTensor<T>(T value) =>
        IsTensor ? value : throw new OnnxRuntimeException(ErrorCode.Fail, "OnnxValueType must either be a tensor or sparse tensor");
}
