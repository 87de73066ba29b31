using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.Compat.OnnxRuntime;

public class OrtValueTests
{
    [Fact]
    public void CreateTensorValueFromMemory_eachNumberType_comesBack()
    {
        Check<float>(TensorElementType.Float, [1.5f, float.NaN, -0f]);
        Check<double>(TensorElementType.Double, [1.5, double.MaxValue]);
        Check<sbyte>(TensorElementType.Int8, [-128, 127]);
        Check<short>(TensorElementType.Int16, [short.MinValue]);
        Check<int>(TensorElementType.Int32, [int.MinValue, 7]);
        Check<long>(TensorElementType.Int64, [long.MaxValue, -1]);
        Check<byte>(TensorElementType.UInt8, [255]);
        Check<ushort>(TensorElementType.UInt16, [65535]);
        Check<uint>(TensorElementType.UInt32, [uint.MaxValue]);
        Check<ulong>(TensorElementType.UInt64, [ulong.MaxValue]);
        Check<bool>(TensorElementType.Bool, [true, false]);

        static void Check<T>(TensorElementType type, T[] data)
            where T : unmanaged
        {
            using var value = OrtValue.CreateTensorValueFromMemory(data, [1, data.Length]);
            var info = value.GetTensorTypeAndShape();
            Assert.Equal(OnnxValueType.ONNX_TYPE_TENSOR, value.OnnxType);
            Assert.Equal(type, info.ElementDataType);
            Assert.Equal([1, data.Length], info.Shape);
            Assert.Equal(data.Length, info.ElementCount);
            Assert.Equal(data, value.GetTensorDataAsSpan<T>().ToArray());
            Assert.Equal(MemoryMarshal.AsBytes<T>(data).ToArray(), value.GetTensorDataAsSpan<byte>().ToArray());
        }
    }

    [Fact]
    public void CreateTensorValueFromMemory_sharesTheArray()
    {
        var data = new float[] { 1, 2 };
        using var value = OrtValue.CreateTensorValueFromMemory(data, [2]);
        data[1] = 5;
        Assert.Equal(5, value.GetTensorDataAsSpan<float>()[1]);
    }

    [Fact]
    public void CreateTensorValueFromMemory_smallerShape_isAPartOfTheArray()
    {
        using var value = OrtValue.CreateTensorValueFromMemory<long>([1, 2, 3], [1, 2]);
        Assert.Equal([1L, 2L], value.GetTensorDataAsSpan<long>().ToArray());
    }

    [Fact]
    public void CreateTensorValueFromMemory_noElements_isEmpty()
    {
        using var value = OrtValue.CreateTensorValueFromMemory<float>([], [1, 0]);
        Assert.True(value.GetTensorDataAsSpan<float>().IsEmpty);
    }

    [Fact]
    public void CreateTensorValueFromMemory_largerShape_isRefused() =>
        Assert.Throws<OnnxRuntimeException>(() => OrtValue.CreateTensorValueFromMemory<float>([1], [1, 2]));

    [Fact]
    public void CreateTensorValueFromMemory_unsupportedType_isRefused() =>
        Assert.Throws<OnnxRuntimeException>(() => OrtValue.CreateTensorValueFromMemory<decimal>([1], [1]));

    [Fact]
    public void GetTensorDataAsSpan_otherType_isRefused()
    {
        using var value = OrtValue.CreateTensorValueFromMemory<float>([1], [1]);
        Assert.Throws<OnnxRuntimeException>(() => value.GetTensorDataAsSpan<int>().Length);
    }

    [Fact]
    public void Dispose_twice_isHarmless()
    {
        var value = OrtValue.CreateTensorValueFromMemory<float>([1], [1]);
        value.Dispose();
        value.Dispose();
    }
}
