using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>Reads what a session says of its inputs and outputs.</summary>
internal static unsafe class NodeReader
{
    /// <summary>The inputs in the model's order.</summary>
    public static List<(string Name, NodeMetadata Metadata)> Inputs(nint session)
    {
        var api = OrtLibrary.Api;
        return Read(session, "SessionGetInput", api->SessionGetInputCount, api->SessionGetInputName, api->SessionGetInputTypeInfo);
    }

    /// <summary>The outputs in the model's order.</summary>
    public static List<(string Name, NodeMetadata Metadata)> Outputs(nint session)
    {
        var api = OrtLibrary.Api;
        return Read(session, "SessionGetOutput", api->SessionGetOutputCount, api->SessionGetOutputName, api->SessionGetOutputTypeInfo);
    }

    private static List<(string Name, NodeMetadata Metadata)> Read(
        nint session,
        string operation,
        delegate* unmanaged<nint, nuint*, nint> getCount,
        delegate* unmanaged<nint, nuint, nint, byte**, nint> getName,
        delegate* unmanaged<nint, nuint, nint*, nint> getType)
    {
        nuint count;
        OrtStatus.Check(getCount(session, &count), operation + "Count");
        var allocator = OrtAllocator.Default();
        var nodes = new List<(string, NodeMetadata)>();
        for (nuint i = 0; i < count; i++)
        {
            byte* name;
            OrtStatus.Check(getName(session, i, allocator.Pointer, &name), operation + "Name");
            var text = allocator.Take(name);
            nint type;
            OrtStatus.Check(getType(session, i, &type), operation + "TypeInfo");
            nodes.Add((text, Take(type)));
        }

        return nodes;
    }

    /// <summary>Reads a type and releases it.</summary>
    private static NodeMetadata Take(nint type)
    {
        var api = OrtLibrary.Api;
        try
        {
            int kind;
            OrtStatus.Check(api->GetOnnxTypeFromTypeInfo(type, &kind), nameof(OrtApi.GetOnnxTypeFromTypeInfo));
            var metadata = new NodeMetadata((OnnxValueType)kind);
            return metadata.IsTensor ? Tensor(metadata.OnnxValueType, type) : metadata;
        }
        finally
        {
            api->ReleaseTypeInfo(type);
        }
    }

    private static NodeMetadata Tensor(OnnxValueType kind, nint type)
    {
        var api = OrtLibrary.Api;
        nint info; // part of the type: not released by itself
        OrtStatus.Check(api->CastTypeInfoToTensorInfo(type, &info), nameof(OrtApi.CastTypeInfoToTensorInfo));
        int element;
        OrtStatus.Check(api->GetTensorElementType(info, &element), nameof(OrtApi.GetTensorElementType));
        nuint rank;
        OrtStatus.Check(api->GetDimensionsCount(info, &rank), nameof(OrtApi.GetDimensionsCount));
        var dimensions = new long[rank];
        var names = new byte*[rank]; // part of the type, too
        var symbols = new string[rank];
        fixed (long* dimension = dimensions)
        fixed (byte** name = names)
        {
            OrtStatus.Check(api->GetDimensions(info, dimension, rank), nameof(OrtApi.GetDimensions));
            OrtStatus.Check(api->GetSymbolicDimensions(info, name, rank), nameof(OrtApi.GetSymbolicDimensions));
            for (nuint i = 0; i < rank; i++)
                symbols[i] = Utf8.Read(name[i]);
        }

        var sizes = Array.ConvertAll(dimensions, dimension => checked((int)dimension));
        return new NodeMetadata(kind, (TensorElementType)element, sizes, symbols);
    }
}
