using System.Globalization;
using System.Text;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>
/// The files beside an ONNX file in which its weights are: TensorProto.external_data names them. A name may say anything, so it is checked that each stays in the folder
/// of the model and is as long as the model needs it. Large values are skipped over, so this takes milliseconds.
/// </summary>
internal static class OnnxWeightFiles
{
    /// <summary>As in protobuf itself, whose parser refuses more: no stack is without an end.</summary>
    private const int MostDepth = 100;

    /// <summary>Of a file's name or a number; file systems take 255 for each part of a name.</summary>
    private const long LongestText = 4096;

    /// <summary>Which fields of onnx.proto lead to tensors: a model's graph, a graph's nodes, their attributes (with graphs again), and functions.</summary>
    private static readonly Dictionary<(Part, ulong), Part> Inside = new()
    {
        [(Part.Model, 7)] = Part.Graph,
        [(Part.Model, 25)] = Part.Function,
        [(Part.Function, 7)] = Part.Node,
        [(Part.Graph, 1)] = Part.Node,
        [(Part.Graph, 5)] = Part.Tensor,
        [(Part.Graph, 15)] = Part.SparseTensor,
        [(Part.SparseTensor, 1)] = Part.Tensor,
        [(Part.SparseTensor, 2)] = Part.Tensor,
        [(Part.Node, 5)] = Part.Attribute,
        [(Part.Attribute, 5)] = Part.Tensor,
        [(Part.Attribute, 6)] = Part.Graph,
        [(Part.Attribute, 10)] = Part.Tensor,
        [(Part.Attribute, 11)] = Part.Graph,
        [(Part.Attribute, 22)] = Part.SparseTensor,
        [(Part.Attribute, 23)] = Part.SparseTensor,
        [(Part.Tensor, 13)] = Part.ExternalData,
    };

    private enum Part
    {
        Model,
        Graph,
        Function,
        Node,
        Attribute,
        Tensor,
        SparseTensor,
        ExternalData,
    }

    /// <summary>Names, each once, in the order of the model.</summary>
    /// <param name="file">An ONNX file whose outline has been checked, at its start.</param>
    /// <param name="folder">Of the file; null where the model has none and so may have no weights elsewhere.</param>
    /// <exception cref="FormatException">A name that leaves the folder, a file that is missing or too short; the message goes on after the model's name.</exception>
    public static IReadOnlyList<string> List(Stream file, string? folder)
    {
        var ends = new Dictionary<string, long>(StringComparer.Ordinal);
        Walk(file, file.Length, Part.Model, depth: 1, ends);
        foreach (var (name, end) in ends)
            Check(name, end, folder);
        return [.. ends.Keys];
    }

    private static void Check(string name, long end, string? folder)
    {
        var shown = Printable.Excerpt(name);
        if (folder is null)
            throw new FormatException($"keeps weights in a file ({shown}), and there is none for it");
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = name.Contains('\0', StringComparison.Ordinal) ? "" : Path.GetFullPath(Path.Combine(root, name)); // no path may hold it
        if (name.Length == 0 || !path.StartsWith(root, StringComparison.Ordinal) || new FileInfo(path).LinkTarget is { } link && !Path.GetFullPath(Path.Combine(root, link)).StartsWith(root, StringComparison.Ordinal))
            throw new FormatException($"keeps weights outside of its folder ({shown}), which is not allowed");
        if (!File.Exists(path))
            throw new FormatException($"needs its weights in the file {shown} beside it, which is not there");
        var length = new FileInfo(path).Length;
        if (length < end)
            throw new FormatException($"needs {end} bytes of weights in {shown}, which has {length}");
    }

    private static void Walk(Stream file, long end, Part part, int depth, Dictionary<string, long> ends)
    {
        if (depth > MostDepth)
            throw new FormatException($"is nested more than {MostDepth} deep");
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        while (file.Position < end)
        {
            var tag = OnnxOutline.Varint(file, isOnnx: true);
            if ((OnnxOutline.Wire)(tag & 7) != OnnxOutline.Wire.Bytes)
            {
                OnnxOutline.Skip(file, (OnnxOutline.Wire)(tag & 7), isOnnx: true);
                continue;
            }

            var length = Length(file, end);
            var next = file.Position + length;
            if (!Inside.TryGetValue((part, tag >> 3), out var child))
                file.Position = next;
            else if (child == Part.ExternalData)
                Add(entries, file, next);
            else
                Walk(file, next, child, depth + 1, ends);
            if (file.Position != next)
                throw Damaged();
        }

        if (entries.TryGetValue("location", out var location))
            ends[location] = Math.Max(ends.GetValueOrDefault(location), Number(entries, "offset") + Number(entries, "length"));
    }

    /// <summary>A StringStringEntryProto: key in field 1, value in field 2.</summary>
    private static void Add(Dictionary<string, string> entries, Stream file, long end)
    {
        var (key, value) = ("", "");
        while (file.Position < end)
        {
            var tag = OnnxOutline.Varint(file, isOnnx: true);
            var length = Length(file, end);
            if (length > LongestText)
                throw Damaged();
            var bytes = new byte[length];
            file.ReadExactly(bytes);
            if (tag >> 3 == 1)
                key = Encoding.UTF8.GetString(bytes);
            else
                value = Encoding.UTF8.GetString(bytes);
        }

        entries[key] = value;
    }

    /// <summary>Of what is next in a part, which may say anything: that it goes on beyond the part, or beyond all numbers. The length itself may lie beyond it, too.</summary>
    private static long Length(Stream file, long end)
    {
        var length = OnnxOutline.Varint(file, isOnnx: true);
        var left = end - file.Position;
        return left >= 0 && length <= (ulong)left ? (long)length : throw Damaged();
    }

    private static FormatException Damaged() => new("is damaged inside");

    private static long Number(Dictionary<string, string> entries, string key) =>
        !entries.TryGetValue(key, out var text) ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < long.MaxValue / 2 ? number
        : throw new FormatException($"says nonsense about its weights ({key} {Printable.Excerpt(text)})");
}
