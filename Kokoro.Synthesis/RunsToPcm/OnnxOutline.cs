namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>
/// Looks at the outermost fields of an ONNX file (a protobuf ModelProto), skipping over what they hold. That takes a few reads
/// even for a large model, and tells a cut-off download from a file that was never a model, which the runtime's parser does not.
/// </summary>
internal static class OnnxOutline
{
    /// <summary>ModelProto.ir_version, the first field that every writer writes.</summary>
    private const ulong IrVersion = 1;

    /// <summary>ModelProto.graph and, after it, ModelProto.opset_import: no model is without them.</summary>
    private const ulong Graph = 7;
    private const ulong OpsetImport = 8;

    /// <summary>A varint has at most ten bytes of seven bits.</summary>
    private const int LongestVarint = 10;

    /// <summary>Protobuf's wire types; 3 and 4 are groups, which ONNX does not use.</summary>
    internal enum Wire
    {
        Varint = 0,
        Fixed64 = 1,
        Bytes = 2,
        Fixed32 = 5,
    }

    /// <param name="file">Seekable, at its start.</param>
    /// <exception cref="FormatException">
    /// Empty, cut off, or not an ONNX model; the message is the rest of a sentence that begins with the file's name.
    /// </exception>
    public static void Check(Stream file)
    {
        if (file.Length == 0)
            throw new FormatException("is empty");
        var hasVersion = false;
        var hasGraph = false;
        var hasOpset = false;
        while (file.Position < file.Length)
        {
            var tag = Varint(file, hasVersion);
            var field = tag >> 3;
            if (field == 0)
                throw NotOnnx();
            Skip(file, (Wire)(tag & 7), hasVersion);
            hasVersion |= field == IrVersion;
            hasGraph |= field == Graph;
            hasOpset |= field == OpsetImport;
            if (!hasVersion)
                throw NotOnnx();
        }

        if (!hasGraph || !hasOpset)
            throw new FormatException("is cut off: its graph or its operator set is missing");
    }

    internal static void Skip(Stream file, Wire wire, bool isOnnx)
    {
        var length = wire switch
        {
            Wire.Varint => 0UL,
            Wire.Fixed64 => 8UL,
            Wire.Fixed32 => 4UL,
            Wire.Bytes => Varint(file, isOnnx),
            _ => throw NotOnnx(),
        };
        if (wire == Wire.Varint)
            Varint(file, isOnnx);
        var left = (ulong)(file.Length - file.Position);
        if (length > left)
            throw isOnnx ? new FormatException($"is cut off: {length - left} bytes are missing at its end") : NotOnnx();
        file.Seek((long)length, SeekOrigin.Current);
    }

    internal static ulong Varint(Stream file, bool isOnnx)
    {
        ulong value = 0;
        for (var i = 0; i < LongestVarint; i++)
        {
            var next = file.ReadByte();
            if (next < 0)
                throw isOnnx ? new FormatException("is cut off") : NotOnnx();
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80)
                return value;
        }

        throw NotOnnx();
    }

    private static FormatException NotOnnx() => new("is not an ONNX model");
}
