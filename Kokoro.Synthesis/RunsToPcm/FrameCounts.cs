using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>A model's durations, whichever type of number it gives them in, as whole frames.</summary>
internal static class FrameCounts
{
    /// <summary>Rounds to whole frames. Null when they are not one for each id, or do not add up to the samples.</summary>
    public static int[]? Read(OrtValue durations, int ids, int samples) => Whole(Numbers(durations), ids, samples);

    /// <inheritdoc cref="Read"/>
    public static int[]? Whole(double[] durations, int ids, int samples)
    {
        if (durations.Length != ids)
            return null;
        var most = samples / ModelOutput.SamplesPerFrame;
        var frames = new int[durations.Length];
        long sum = 0;
        for (var i = 0; i < frames.Length; i++)
        {
            var rounded = Math.Round(durations[i]);
            if (!(rounded >= 0 && rounded <= most))
                return null;
            frames[i] = (int)rounded;
            sum += frames[i];
        }

        return sum * ModelOutput.SamplesPerFrame == samples ? frames : null;
    }

    private static double[] Numbers(OrtValue value) => value.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.Float => Convert<float>(value, each => each),
        TensorElementType.Double => Convert<double>(value, each => each),
        TensorElementType.Int8 => Convert<sbyte>(value, each => each),
        TensorElementType.Int16 => Convert<short>(value, each => each),
        TensorElementType.Int32 => Convert<int>(value, each => each),
        TensorElementType.Int64 => Convert<long>(value, each => each),
        TensorElementType.UInt8 => Convert<byte>(value, each => each),
        TensorElementType.UInt16 => Convert<ushort>(value, each => each),
        TensorElementType.UInt32 => Convert<uint>(value, each => each),
        TensorElementType.UInt64 => Convert<ulong>(value, each => each),

        // The runtime has a half of its own; .NET's has the same bits, and any tensor may be read as bytes.
        TensorElementType.Float16 => Array.ConvertAll(
            MemoryMarshal.Cast<byte, Half>(value.GetTensorDataAsSpan<byte>()).ToArray(), half => (double)half),
        var other => throw new InvalidOperationException($"durations of type {other} were let through when the model was opened"),
    };

    private static double[] Convert<T>(OrtValue value, Converter<T, double> convert)
        where T : unmanaged
        => Array.ConvertAll(value.GetTensorDataAsSpan<T>().ToArray(), convert);
}
