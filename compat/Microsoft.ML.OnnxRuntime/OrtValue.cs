using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Interop;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>An input or output of a run. Its memory is native, or an array that stays pinned until it is disposed.</summary>
public unsafe class OrtValue : IDisposable
{
    /// <summary>OrtDeviceAllocator and OrtMemTypeDefault of the C API: plain memory of the CPU.</summary>
    private const int DeviceAllocator = 0;

    private const int MemTypeDefault = 0;

    internal OrtValue(ValueHandle handle)
    {
        Handle = handle;
        using var value = new Lease(handle);
        int type;
        OrtStatus.Check(OrtLibrary.Api->GetValueType(value.Pointer, &type), nameof(OrtApi.GetValueType));
        OnnxType = (OnnxValueType)type;
    }

    public OnnxValueType OnnxType { get; }

    internal ValueHandle Handle { get; }

    /// <summary>A tensor over an array, without a copy. It may be smaller than the array.</summary>
    /// <exception cref="OnnxRuntimeException">The element type is not supported, or the shape is larger than the array.</exception>
    public static OrtValue CreateTensorValueFromMemory<T>(T[] data, long[] shape)
        where T : unmanaged
    {
        var element = ElementTypes.Of(typeof(T));
        var count = shape.Aggregate(1L, (product, dimension) => checked(product * dimension));
        if (count > data.Length)
        {
            throw new OnnxRuntimeException(
                ErrorCode.InvalidArgument, $"Managed memory size: {data.Length} elements is less than shape size: {count} elements");
        }

        var api = OrtLibrary.Api;
        var pinned = GCHandle.Alloc(data, GCHandleType.Pinned);
        nint memory = 0;
        try
        {
            OrtStatus.Check(api->CreateCpuMemoryInfo(DeviceAllocator, MemTypeDefault, &memory), nameof(OrtApi.CreateCpuMemoryInfo));
            nint value;
            fixed (long* dimensions = shape)
            {
                OrtStatus.Check(
                    api->CreateTensorWithDataAsOrtValue(
                        memory,
                        (void*)pinned.AddrOfPinnedObject(),
                        (nuint)data.Length * (nuint)sizeof(T),
                        dimensions,
                        (nuint)shape.Length,
                        (int)element,
                        &value),
                    nameof(OrtApi.CreateTensorWithDataAsOrtValue));
            }

            return new OrtValue(new ValueHandle(value, pinned));
        }
        catch
        {
            pinned.Free();
            throw;
        }
        finally
        {
            if (memory != 0)
                api->ReleaseMemoryInfo(memory);
        }
    }

    /// <summary>The elements where they lie; good until this is disposed. Any tensor may be read as bytes.</summary>
    /// <exception cref="OnnxRuntimeException">Not a tensor, or one of another element type.</exception>
    public ReadOnlySpan<T> GetTensorDataAsSpan<T>()
        where T : unmanaged
    {
        var info = GetTensorTypeAndShape();
        if (!ElementTypes.CanRead(info.ElementDataType, typeof(T)))
        {
            throw new OnnxRuntimeException(
                ErrorCode.InvalidArgument, $"Requested type: {typeof(T)} does not match the tensor's: {info.ElementDataType}");
        }

        using var value = new Lease(Handle);
        void* data;
        OrtStatus.Check(OrtLibrary.Api->GetTensorMutableData(value.Pointer, &data), nameof(OrtApi.GetTensorMutableData));
        var bytes = checked((int)(info.ElementCount * ElementTypes.Bytes(info.ElementDataType)));
        return MemoryMarshal.Cast<byte, T>(new ReadOnlySpan<byte>(data, bytes));
    }

    /// <exception cref="OnnxRuntimeException">Not a tensor.</exception>
    public OrtTensorTypeAndShapeInfo GetTensorTypeAndShape()
    {
        if (OnnxType is not (OnnxValueType.ONNX_TYPE_TENSOR or OnnxValueType.ONNX_TYPE_SPARSETENSOR))
        {
            throw new OnnxRuntimeException(
                ErrorCode.InvalidArgument, $"This OrtValue type contains: {OnnxType}, not a tensor or sparse tensor");
        }

        using var value = new Lease(Handle);
        nint info;
        OrtStatus.Check(OrtLibrary.Api->GetTensorTypeAndShape(value.Pointer, &info), nameof(OrtApi.GetTensorTypeAndShape));
        try
        {
            return new OrtTensorTypeAndShapeInfo(info);
        }
        finally
        {
            OrtLibrary.Api->ReleaseTensorTypeAndShapeInfo(info);
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Handle.Dispose();
    }
}
