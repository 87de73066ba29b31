using Kokoro.Synthesis;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Tests.TinyOnnx;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.RunsToPcm;

/// <summary>Models whose weights are in a second file.</summary>
public sealed class OnnxWeightFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OnnxWeightFilesTests() => Directory.CreateDirectory(_folder["model"]);

    private string Model => _folder["model/model.onnx"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Weights_beside_the_model_are_listed_and_loaded()
    {
        Write("weights.bin");
        File.WriteAllBytes(_folder["model/weights.bin"], new byte[8192]);

        Assert.Equal(["weights.bin"], SpeechModelLoader.CheckFile(Model));
        using var model = SpeechModelLoader.Open(Model);
        Assert.Equal(600, model.Run([0, 0, 0], new float[256], 1, CancellationToken.None).Samples.Length / 3);
    }

    [Theory]
    [InlineData("../weights.bin")]
    [InlineData("/etc/hostname")]
    [InlineData("a/../../weights.bin")]
    [InlineData("link.bin")]
    [InlineData("")]
    public void Weights_outside_of_the_folder_are_refused(string location)
    {
        File.WriteAllBytes(_folder["weights.bin"], new byte[8192]);
        File.CreateSymbolicLink(_folder["model/link.bin"], _folder["weights.bin"]);
        Write(location);

        Refused("outside of its folder");
    }

    [Fact]
    public void Weights_that_are_missing_or_cut_off_are_named()
    {
        Write("weights.bin");
        Refused("needs its weights in the file weights.bin");

        File.WriteAllBytes(_folder["model/weights.bin"], new byte[5000]);
        Refused("needs 8192 bytes of weights in weights.bin, which has 5000");
    }

    [Fact]
    public void Weights_of_a_model_without_a_folder_are_refused()
    {
        Write("weights.bin");

        var refused = Assert.Throws<SpeechException>(() => SpeechModelLoader.Open(File.ReadAllBytes(Model), "the model"));

        Assert.Equal(SpeechErrorCode.ModelCorrupt, refused.Code);
    }

    [Fact]
    public void Every_cut_of_a_model_with_weights_is_refused_or_whole()
    {
        Write("weights.bin");
        File.WriteAllBytes(_folder["model/weights.bin"], new byte[8192]);
        var bytes = File.ReadAllBytes(Model);
        for (var length = 0; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(Model, bytes[..length]);
            Assert.Equal(SpeechErrorCode.ModelCorrupt, Assert.Throws<SpeechException>(() => SpeechModelLoader.CheckFile(Model)).Code);
        }
    }

    /// <summary>Each is a graph with a tensor whose entry of external_data says that it is longer than what it is in.</summary>
    [Theory]
    [InlineData(new byte[] { 0x6A, 0x02, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x3F })]
    [InlineData(new byte[] { 0x6A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 })]
    [InlineData(new byte[] { 0x6A, 0x01, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x3F })]
    public void Lengths_that_lie_are_refused(byte[] tensor)
    {
        File.WriteAllBytes(Model, [0x08, 0x08, .. Field(7, Field(5, tensor)), .. Field(8, [])]);

        Refused("is damaged inside");
    }

    [Fact]
    public void A_name_that_no_file_can_have_is_refused()
    {
        Write("weights\0.bin");

        Refused("outside of its folder");
    }

    [Fact]
    public void Graphs_in_graphs_beyond_what_anybody_writes_are_refused()
    {
        File.WriteAllBytes(Model, Nested(200));

        Refused("is nested more than 100 deep");
    }

    /// <summary>A model whose graph has a node whose attribute is a graph with a node, and so on.</summary>
    internal static byte[] Nested(int depth)
    {
        var graphs = new Stack<byte[]>();
        var inside = 0;
        for (var level = 0; level < depth * 3; level++)
        {
            // Only what is before the content is kept, so that thousands of levels take no longer than a few.
            graphs.Push(Before((level % 3) switch { 0 => 6, 1 => 5, _ => 1 }, inside));
            inside += graphs.Peek().Length;
        }

        return [0x08, 0x08, .. Before(7, inside), .. graphs.SelectMany(bytes => bytes), .. Field(8, [])];
    }

    private static byte[] Field(int number, byte[] content) => [.. Before(number, content.Length), .. content];

    /// <summary>The tag and the length of a field with bytes.</summary>
    private static byte[] Before(int number, int length)
    {
        var bytes = new List<byte> { (byte)((number << 3) | 2) };
        for (; length >= 0x80; length >>= 7)
            bytes.Add((byte)(length | 0x80));
        bytes.Add((byte)length);
        return [.. bytes];
    }

    private void Refused(string expected)
    {
        var refused = Assert.Throws<SpeechException>(() => SpeechModelLoader.Open(Model));
        Assert.Equal(SpeechErrorCode.ModelCorrupt, refused.Code);
        Assert.Contains("model.onnx", refused.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A model with 1,024 floats at 4,096 of another file, which must be zero for the samples to be right.</summary>
    private void Write(string location) => File.WriteAllBytes(Model, new TinyKokoro { Weights = (location, 4096, 1024) }.ToModel());
}
