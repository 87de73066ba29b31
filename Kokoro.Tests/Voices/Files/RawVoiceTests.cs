using System.Buffers.Binary;
using Kokoro.Synthesis;
using Kokoro.Synthesis.Voices.Files;

namespace Kokoro.Tests.Voices.Files;

public sealed class RawVoiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["af_test.bin"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_a_good_file_gives_its_rows()
    {
        System.IO.File.WriteAllBytes(File, GeneratedPack.Bytes());

        var pack = VoiceFiles.Read(File);

        Assert.Equal(GeneratedPack.Value(0, 3), pack.StyleRow(1).Span[3]);
        Assert.Equal(GeneratedPack.Value(509, 255), pack.StyleRow(510).Span[255]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(522_239)]
    [InlineData(522_241)]
    [InlineData(523_264)]
    public void Read_another_size_names_the_file_and_both_sizes(int bytes)
    {
        System.IO.File.WriteAllBytes(File, new byte[bytes]);

        var error = Refused(SpeechErrorCode.VoiceCorrupt);

        Assert.Contains(File, error.Message, StringComparison.Ordinal);
        Assert.Contains($"has {bytes} bytes instead of 522240", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_a_value_that_is_not_finite_names_its_place()
    {
        var bytes = GeneratedPack.Bytes();
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * (256 * 17 + 5)), float.NaN);
        System.IO.File.WriteAllBytes(File, bytes);

        Assert.Contains("row 17, column 5 is NaN", Refused(SpeechErrorCode.VoiceCorrupt).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_no_such_file_says_so() =>
        Assert.Contains($"voice file {File} is not there", Refused(SpeechErrorCode.VoiceMissing).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_no_such_folder_says_so()
    {
        var error = Assert.Throws<SpeechException>(() => VoiceFiles.Read(_folder["no/af_test.bin"]));

        Assert.Equal(SpeechErrorCode.VoiceMissing, error.Code);
    }

    [Fact]
    public void Read_a_folder_says_that_it_cannot_be_read()
    {
        Directory.CreateDirectory(File);

        Assert.Contains("cannot be read", Refused(SpeechErrorCode.VoiceMissing).Message, StringComparison.Ordinal);
    }

    private SpeechException Refused(SpeechErrorCode code)
    {
        var error = Assert.Throws<SpeechException>(() => VoiceFiles.Read(File));
        Assert.Equal(code, error.Code);
        Assert.DoesNotContain('\n', error.Message);
        return error;
    }
}
