using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>A <see cref="SpeechRun"/> as bytes: width, speed, ids and style.</summary>
internal static class RunRequest
{
    /// <inheritdoc cref="SpeechModel.CheckRun" path="/exception"/>
    public static ReadOnlyMemory<byte> Encode(SpeechRun run)
    {
        SpeechModel.CheckRun(run.Ids.AsSpan(), run.Style.Span, run.Speed);
        var writer = new PayloadWriter().Int32((int)run.Width).UInt32(BitConverter.SingleToUInt32Bits(run.Speed)).Int32(run.Ids.Length);
        foreach (var id in run.Ids)
            writer.Int32((int)id);
        return writer.Raw(MemoryMarshal.AsBytes(run.Style.Span)).Bytes;
    }

    /// <exception cref="BadFrameException">Not what <see cref="Encode"/> writes.</exception>
    public static SpeechRun Decode(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var width = (RunWidth)reader.Int32();
        if (!Enum.IsDefined(width))
            throw reader.Bad($"the width {(int)width}");
        var speed = BitConverter.UInt32BitsToSingle(reader.UInt32());
        var ids = ImmutableArray.CreateBuilder<long>(reader.Count(sizeof(int)));
        while (ids.Count < ids.Capacity)
            ids.Add(reader.Int32());
        var style = MemoryMarshal.Cast<byte, float>(reader.Raw(ModelSignature.StyleLength * sizeof(float))).ToArray();
        reader.End();
        return new SpeechRun(ids.MoveToImmutable(), style, speed, width);
    }
}
