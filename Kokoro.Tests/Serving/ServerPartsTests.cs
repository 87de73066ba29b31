using Kokoro.Actors.Hosting;
using Kokoro.Actors.Settings;
using Kokoro.Host.Cli;
using Kokoro.Host.Serving;
using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.Models.StarterModel;
using Kokoro.Synthesis.Voices;
using Kokoro.Tests.Voices;

namespace Kokoro.Tests.Serving;

/// <summary>A model speaks with its own voices only: to another's, style rows mean nothing, and what would be heard is noise.</summary>
public sealed class ServerPartsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SocketFolder _sockets = SocketFolder.Create();

    private string Model => _folder["model.onnx"];

    public void Dispose()
    {
        _sockets.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(new[] { "bf_emma", "af_heart", "af_alloy" }, "af_heart")]
    [InlineData(new[] { "bf_emma", "jf_alpha" }, "bf_emma")]
    public void A_model_has_the_voices_of_the_folder(string[] voices, string expected)
    {
        Put(voices);

        var parts = Create(isKokoro: true);

        Assert.Equal(voices.Order(StringComparer.Ordinal), parts.Voices.All.Select(voice => voice.Id));
        Assert.Equal(expected, parts.DefaultVoice.Info.Id);
        Refused(SpeechErrorCode.VoiceUnknown, "voice 'am_aster' is for the starter model", () => parts.Voices.Find("am_aster"));
    }

    [Fact]
    public void The_starter_model_has_its_own_whatever_lies_in_the_folder()
    {
        Put("af_heart");

        var parts = Create(isKokoro: false);

        Assert.Equal(["af_linden", "af_wren", "am_aster", "am_basalt"], parts.Voices.All.Select(voice => voice.Id));
        Assert.Equal("am_aster", parts.DefaultVoice.Info.Id);
        Refused(SpeechErrorCode.VoiceUnknown, "voice 'af_heart' is for a Kokoro model", () => parts.Voices.Find("af_heart"));
    }

    [Fact]
    public void A_model_without_voices_says_where_to_put_them() =>
        Refused(SpeechErrorCode.VoiceMissing, $"no voice for this model in {_folder.Path}; get all of them with: kokoro model pull voices-v1.0", () => Create(isKokoro: true));

    private static void Refused(SpeechErrorCode code, string expected, Func<object> act)
    {
        var error = Assert.Throws<SpeechException>(act);
        Assert.Equal(code, error.Code);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private SpeechParts Create(bool isKokoro)
    {
        File.WriteAllBytes(Model, StarterModelFile.Build());
        var settings = new ServerSettings { Voices = new() { Folder = _folder.Path } };
        return ServerParts.Create(settings, isKokoro ? ChosenModel.Of(Model) : ChosenModel.Starter, EngineCommand.ForThisProgram(), _sockets, _ => { });
    }

    private void Put(params string[] voices)
    {
        foreach (var voice in voices)
            File.WriteAllBytes(_folder[voice + ".bin"], GeneratedPack.Bytes());
    }
}
