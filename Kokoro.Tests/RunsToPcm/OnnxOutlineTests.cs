using FsCheck;
using FsCheck.Fluent;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Tests.TinyOnnx;

namespace Kokoro.Tests.RunsToPcm;

public class OnnxOutlineTests
{
    private static readonly byte[] Model = new TinyKokoro().ToModel();

    [Fact]
    public void Check_model_passes() => Check(Model);

    [Fact]
    public void Check_modelCutAnywhere_isRefused()
    {
        // The last field is the operator set, so that there is no place to cut without a loss.
        for (var length = 0; length < Model.Length; length++)
        {
            var refused = Assert.Throws<FormatException>(() => Check(Model[..length]));
            if (length > 2)
                Assert.StartsWith("is cut off", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Check_empty_isRefused() => Assert.Equal("is empty", Assert.Throws<FormatException>(() => Check([])).Message);

    [Theory]
    [InlineData("<html><body>Not found</body></html>")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n")]
    [InlineData("RIFF    WAVEfmt ")]
    [InlineData("PK\u0003\u0004 a zip")]
    [InlineData("\0\0\0\0\0\0")]
    [InlineData("a")]
    public void Check_anotherFile_isNoModel(string text)
    {
        var refused = Assert.Throws<FormatException>(() => Check(System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.Equal("is not an ONNX model", refused.Message);
    }

    [Fact]
    public void Check_anyBytes_passesOrIsRefused() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            var refused = Record.Exception(() => Check(bytes));
            return refused is null or FormatException;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Check_anyChangedByte_passesOrIsRefused()
    {
        for (var i = 0; i < Model.Length; i++)
        {
            var changed = (byte[])Model.Clone();
            changed[i] ^= 0xFF;
            var refused = Record.Exception(() => Check(changed));
            Assert.True(refused is null or FormatException, $"byte {i}: {refused}");
        }
    }

    private static void Check(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        OnnxOutline.Check(file);
    }
}
