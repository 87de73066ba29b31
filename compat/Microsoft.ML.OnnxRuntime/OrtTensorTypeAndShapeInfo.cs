using Microsoft.ML.OnnxRuntime.Interop;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>The type and shape of a tensor.</summary>
public unsafe struct OrtTensorTypeAndShapeInfo
{
    /// <param name="info">Native type and shape; stays the caller's.</param>
    internal OrtTensorTypeAndShapeInfo(nint info)
    {
        var api = OrtLibrary.Api;
        int element;
        OrtStatus.Check(api->GetTensorElementType(info, &element), nameof(OrtApi.GetTensorElementType));
        ElementDataType = (TensorElementType)element;

        nuint count;
        OrtStatus.Check(api->GetTensorShapeElementCount(info, &count), nameof(OrtApi.GetTensorShapeElementCount));
        ElementCount = (long)count;

        nuint rank;
        OrtStatus.Check(api->GetDimensionsCount(info, &rank), nameof(OrtApi.GetDimensionsCount));
        Shape = new long[rank];
        fixed (long* shape = Shape)
            OrtStatus.Check(api->GetDimensions(info, shape, rank), nameof(OrtApi.GetDimensions));
    }

    public TensorElementType ElementDataType { get; private set; }

    public long ElementCount { get; private set; }

    public long[] Shape { get; private set; }
}
