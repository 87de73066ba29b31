using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Kokoro.Synthesis;
using Kokoro.Synthesis.Voices;
using Kokoro.Synthesis.Voices.Files;

namespace Kokoro.Tests.Voices.Files;

/// <summary>The same voice in each format in which voices are published gives the same floats.</summary>
public sealed class VoiceFormatTests : IDisposable
{
    private const string Shape = "(510, 1, 256)";

    private static readonly byte[] Raw = GeneratedPack.Bytes();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, Shape)]
    [InlineData(1, "(510, 256)")]
    [InlineData(2, Shape)]
    [InlineData(3, Shape)]
    public void An_array_of_numpy_is_the_same_voice(int version, string shape)
    {
        File.WriteAllBytes(_folder["af_test.npy"], Npy(Raw, version, shape));

        Check(VoiceFiles.Read(_folder["af_test.npy"]));
    }

    [Theory]
    [InlineData("voices.npz")]
    [InlineData("voices-v1.0.bin")]
    public void An_archive_of_numpy_holds_its_voices_whatever_it_is_called(string name)
    {
        Zip(name, ("af_one.npy", Npy(Raw)), ("bm_two.npy", Npy(Raw)));

        var catalogue = new VoiceCatalogue(_folder.Path);

        Assert.Equal(["af_one", "bm_two"], catalogue.All.Where(voice => voice.Source == VoiceSource.Folder).Select(voice => voice.Id));
        Assert.Equal(Language.BritishEnglish, catalogue.Find("bm_two").Language);
        Check(catalogue.Find("bm_two").Load());
    }

    [Fact]
    public void A_tensor_of_pytorch_is_the_same_voice_and_its_pickle_is_never_read()
    {
        Zip("af_test.pt", ("af_test/data.pkl", "cos\nsystem\n(S'exit 1'\ntR."u8.ToArray()), ("af_test/byteorder", "little"u8.ToArray()), ("af_test/data/0", Raw));

        Check(VoiceFiles.Read(_folder["af_test.pt"]));
    }

    [Fact]
    public void The_one_file_of_sherpa_holds_53_voices_in_the_order_of_their_ids()
    {
        using (var file = File.Create(_folder["voices.bin"]))
        {
            for (var number = 0; number < 53; number++)
                file.Write(Constant(number));
        }

        var voices = VoiceFiles.List(_folder["voices.bin"]);

        Assert.Equal(53, voices.Count);
        Assert.Equal(("af_alloy", 0f), First(voices[0]));
        Assert.Equal(("bf_alice", 20f), First(voices[20]));
        Assert.Equal(("zm_yunyang", 52f), First(voices[52]));
        Assert.DoesNotContain(voices, voice => voice.Id == "em_santa");
    }

    [Fact]
    public void One_voice_of_a_file_with_several_cannot_be_told()
    {
        Zip("voices.npz", ("af_one.npy", Npy(Raw)), ("bm_two.npy", Npy(Raw)));

        Refused("voices.npz", SpeechErrorCode.VoiceUnknown, "holds 2 voices");
    }

    [Theory]
    [InlineData("'<f8'", "False", Shape, "its array is <f8 (510, 1, 256) instead of <f4 (510, 1, 256)")]
    [InlineData("'>f4'", "False", Shape, "its array is >f4")]
    [InlineData("'<f4'", "True", Shape, "its array is <f4")]
    [InlineData("'<f4'", "False", "(511, 1, 256)", "its array is <f4 (511, 1, 256)")]
    [InlineData("'<f4'", "False", "()", "its array is <f4 () instead")]
    public void An_array_of_another_type_or_shape_is_named(string type, string order, string shape, string expected)
    {
        File.WriteAllBytes(_folder["af_test.npy"], Npy(Raw, 1, shape, type, order));

        Refused("af_test.npy", SpeechErrorCode.VoiceCorrupt, expected);
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_one_named_line()
    {
        var npy = Npy(Raw);
        Zip("whole.npz", ("af_one.npy", npy));
        Zip("whole.pt", ("a/data.pkl", [0]), ("a/data/0", Raw));
        foreach (var (name, whole) in new[] { ("cut.npy", npy), ("cut.npz", File.ReadAllBytes(_folder["whole.npz"])), ("cut.pt", File.ReadAllBytes(_folder["whole.pt"])) })
        {
            foreach (var length in Enumerable.Range(0, 160).Concat([whole.Length / 2, whole.Length - 40, whole.Length - 1]))
            {
                File.WriteAllBytes(_folder[name], whole[..length]);
                var error = Assert.Throws<SpeechException>(() => VoiceFiles.Read(_folder[name]));
                Assert.Equal(SpeechErrorCode.VoiceCorrupt, error.Code);
                Assert.Contains(name, error.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', error.Message);
            }
        }
    }

    [Fact]
    public void What_no_voice_can_be_is_refused_by_what_it_is()
    {
        Zip("empty.npz", ("readme.txt", [1]));
        Zip("two.pt", ("a/data.pkl", [0]), ("a/data/0", Raw), ("a/data/1", Raw));
        Zip("short.pt", ("a/data.pkl", [0]), ("a/data/0", Raw[4..]));
        Zip("big.pt", ("a/data.pkl", [0]), ("a/byteorder", "big"u8.ToArray()), ("a/data/0", Raw));
        File.WriteAllBytes(_folder["long.npy"], [.. Npy(Raw), 0]);
        File.WriteAllBytes(_folder["future.npy"], Npy(Raw, version: 9));
        var damaged = (byte[])Raw.Clone();
        BinaryPrimitives.WriteSingleLittleEndian(damaged.AsSpan(4 * (256 * 17 + 5)), float.NaN);
        Zip("nan.npz", ("af_one.npy", Npy(damaged)));

        Refused("empty.npz", SpeechErrorCode.VoiceCorrupt, "is an archive without a voice in it");
        Refused("two.pt", SpeechErrorCode.VoiceCorrupt, "holds 2 tensors instead of one");
        Refused("short.pt", SpeechErrorCode.VoiceCorrupt, "holds a tensor of 522236 bytes instead of 522240");
        Refused("big.pt", SpeechErrorCode.VoiceCorrupt, "another byte order");
        Refused("long.npy", SpeechErrorCode.VoiceCorrupt, "there is something after its values");
        Refused("future.npy", SpeechErrorCode.VoiceCorrupt, "version 9");
        Refused("nan.npz", SpeechErrorCode.VoiceCorrupt, "holds a damaged af_one.npy: row 17, column 5 is NaN");
    }

    [Fact]
    public void A_damaged_archive_in_the_folder_takes_no_other_voice_away()
    {
        Zip("voices.npz", ("af_one.npy", Npy(Raw)), ("../evil.npy", Npy(Raw)));
        File.WriteAllBytes(_folder["broken.npz"], "PK\u0003\u0004 and nothing more"u8.ToArray());

        var catalogue = new VoiceCatalogue(_folder.Path);

        Assert.Equal("af_one", Assert.Single(catalogue.All, voice => voice.Source == VoiceSource.Folder).Id);
        Assert.Contains(catalogue.Skipped, why => why.Contains("broken.npz is a damaged archive", StringComparison.Ordinal));
        Assert.Contains(catalogue.Skipped, why => why.Contains("'../evil' cannot be the name of a voice", StringComparison.Ordinal));
    }

    private static void Check(VoicePack pack)
    {
        for (var row = 0; row < VoicePack.Rows; row++)
            Assert.Equal(GeneratedPack.Value(row, 7), pack.StyleRow(row + 1).Span[7]);
    }

    private static (string Id, float First) First(FiledVoice voice) => (voice.Id, voice.Load().StyleRow(510).Span[255]);

    private static byte[] Constant(float value)
    {
        var bytes = new byte[Raw.Length];
        for (var at = 0; at < bytes.Length; at += sizeof(float))
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at), value);
        return bytes;
    }

    /// <summary>As numpy.save writes it: the header ends in a line break and makes the values begin at a multiple of 64 bytes.</summary>
    private static byte[] Npy(byte[] values, int version = 1, string shape = Shape, string type = "'<f4'", string order = "False")
    {
        var lengthBytes = version == 1 ? 2 : 4;
        var header = $"{{'descr': {type}, 'fortran_order': {order}, 'shape': {shape}, }}";
        var start = 8 + lengthBytes;
        header = header.PadRight(((start + header.Length + 64) / 64 * 64) - start - 1) + "\n";
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, header.Length);
        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. length[..lengthBytes], .. Encoding.ASCII.GetBytes(header), .. values];
    }

    private void Zip(string name, params (string Name, byte[] Content)[] entries)
    {
        using var archive = ZipFile.Open(_folder[name], ZipArchiveMode.Create);
        foreach (var entry in entries)
        {
            using var stream = archive.CreateEntry(entry.Name, CompressionLevel.NoCompression).Open();
            stream.Write(entry.Content);
        }
    }

    private void Refused(string name, SpeechErrorCode code, string expected)
    {
        var error = Assert.Throws<SpeechException>(() => VoiceFiles.Read(_folder[name]));
        Assert.Equal(code, error.Code);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
