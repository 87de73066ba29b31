using Microsoft.ML.OnnxRuntime.Interop;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>What a model file says of itself.</summary>
public unsafe class ModelMetadata
{
    /// <param name="metadata">Native metadata; stays the caller's.</param>
    internal ModelMetadata(nint metadata)
    {
        var api = OrtLibrary.Api;
        var allocator = OrtAllocator.Default();
        byte* text;
        OrtStatus.Check(api->ModelMetadataGetProducerName(metadata, allocator.Pointer, &text), nameof(OrtApi.ModelMetadataGetProducerName));
        ProducerName = allocator.Take(text);
        OrtStatus.Check(api->ModelMetadataGetGraphName(metadata, allocator.Pointer, &text), nameof(OrtApi.ModelMetadataGetGraphName));
        GraphName = allocator.Take(text);
        OrtStatus.Check(api->ModelMetadataGetDescription(metadata, allocator.Pointer, &text), nameof(OrtApi.ModelMetadataGetDescription));
        Description = allocator.Take(text);
        long version;
        OrtStatus.Check(api->ModelMetadataGetVersion(metadata, &version), nameof(OrtApi.ModelMetadataGetVersion));
        Version = version;
        CustomMetadataMap = ReadMap(metadata, allocator);
    }

    /// <summary>The program that wrote the file.</summary>
    public string ProducerName { get; }

    public string GraphName { get; }

    public string Description { get; }

    /// <summary>The model's own version, as its makers count.</summary>
    public long Version { get; }

    public Dictionary<string, string> CustomMetadataMap { get; }

    private static Dictionary<string, string> ReadMap(nint metadata, OrtAllocator allocator)
    {
        var api = OrtLibrary.Api;
        byte** keys;
        long count;
        OrtStatus.Check(
            api->ModelMetadataGetCustomMetadataMapKeys(metadata, allocator.Pointer, &keys, &count),
            nameof(OrtApi.ModelMetadataGetCustomMetadataMapKeys));
        var map = new Dictionary<string, string>();
        try
        {
            for (var i = 0; i < count; i++)
            {
                byte* value;
                OrtStatus.Check(
                    api->ModelMetadataLookupCustomMetadataMap(metadata, allocator.Pointer, keys[i], &value),
                    nameof(OrtApi.ModelMetadataLookupCustomMetadataMap));
                map[Utf8.Read(keys[i])] = allocator.Take(value);
            }
        }
        finally
        {
            for (var i = 0; i < count; i++)
                allocator.Free(keys[i]);
            if (count > 0)
                allocator.Free(keys);
        }

        return map;
    }
}
