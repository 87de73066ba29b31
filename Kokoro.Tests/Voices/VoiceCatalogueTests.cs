using Kokoro.Synthesis;
using Kokoro.Synthesis.Models.StarterModel;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Tests.Voices;

public sealed class VoiceCatalogueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("missing")]
    public void All_without_a_folder_lists_the_starter_voices(string? folder)
    {
        var catalogue = new VoiceCatalogue(folder is null ? null : _folder[folder]);

        Assert.Equal(
            [
                new VoiceInfo("af_linden", "Linden", "en-us", VoiceGender.Female, null, VoiceSource.Starter, CanSpeak: true),
                new VoiceInfo("af_wren", "Wren", "en-us", VoiceGender.Female, null, VoiceSource.Starter, CanSpeak: true),
                new VoiceInfo("am_aster", "Aster", "en-us", VoiceGender.Male, null, VoiceSource.Starter, CanSpeak: true),
                new VoiceInfo("am_basalt", "Basalt", "en-us", VoiceGender.Male, null, VoiceSource.Starter, CanSpeak: true),
            ],
            catalogue.All);
    }

    [Fact]
    public void All_lists_files_after_the_starter_voices_with_what_their_names_say()
    {
        Put("bf_emma.bin", "af_heart.bin", "hm_omega.bin", "jf_alpha.bin", "q.bin", "ef_mine_2.bin");

        Assert.Equal(
            [
                new VoiceInfo("af_heart", "Heart", "en-us", VoiceGender.Female, "A", VoiceSource.Folder, CanSpeak: true),
                new VoiceInfo("bf_emma", "Emma", "en-gb", VoiceGender.Female, "B-", VoiceSource.Folder, CanSpeak: true),
                new VoiceInfo("ef_mine_2", "Mine_2", "es", VoiceGender.Female, null, VoiceSource.Folder, CanSpeak: true),
                new VoiceInfo("hm_omega", "Omega", "hi", VoiceGender.Male, "C", VoiceSource.Folder, CanSpeak: true),
                new VoiceInfo("jf_alpha", "Alpha", "ja", VoiceGender.Female, "C+", VoiceSource.Folder, CanSpeak: false),
                new VoiceInfo("q", "Q", "und", VoiceGender.Unknown, null, VoiceSource.Folder, CanSpeak: false),
            ],
            new VoiceCatalogue(_folder.Path).All.Where(voice => voice.Source == VoiceSource.Folder));
    }

    [Fact]
    public void Skipped_lists_voice_files_whose_names_are_no_ids_or_taken()
    {
        Put("AF_Loud.bin", "af heart.bin", "af-heart.bin", ".bin", new string('a', 65) + ".bin", "am_aster.bin", "af_heart.bin", "af_heart.npy", "notes.txt");

        var catalogue = new VoiceCatalogue(_folder.Path);

        Assert.Equal(5, catalogue.All.Count);
        Assert.Equal(VoiceSource.Starter, catalogue.Find("am_aster").Info.Source);
        Assert.Equal(
            [
                ".bin: '' cannot be the name of a voice, which is 1 to 64 of a to z, 0 to 9 and _",
                "AF_Loud.bin: 'AF_Loud' cannot be the name of a voice, which is 1 to 64 of a to z, 0 to 9 and _",
                "af heart.bin: 'af heart' cannot be the name of a voice, which is 1 to 64 of a to z, 0 to 9 and _",
                "af-heart.bin: 'af-heart' cannot be the name of a voice, which is 1 to 64 of a to z, 0 to 9 and _",
                "af_heart.npy: af_heart is in another file already",
                "am_aster.bin: am_aster is a starter voice already",
            ],
            catalogue.Skipped.Select(Path.GetFileName).Where(why => !why!.StartsWith("aaa", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Find_a_starter_voice_gives_its_style_at_every_length()
    {
        var pack = new VoiceCatalogue(null).Find("am_basalt").Load();

        Assert.Equal(StarterVoices.All.Single(voice => voice.Id == "am_basalt").StyleRow(), pack.StyleRow(1).ToArray());
        Assert.Equal(pack.StyleRow(1).ToArray(), pack.StyleRow(400).ToArray());
    }

    [Fact]
    public void Find_a_file_gives_its_language_and_rows()
    {
        File.WriteAllBytes(_folder["bm_test.bin"], GeneratedPack.Bytes());

        var voice = new VoiceCatalogue(_folder.Path).Find("bm_test");

        Assert.Equal(Language.BritishEnglish, voice.Language);
        Assert.Equal(GeneratedPack.Value(41, 7), voice.Load().StyleRow(42).Span[7]);
    }

    [Fact]
    public void Find_a_file_that_has_gone_is_a_named_error_when_it_is_read()
    {
        Put("af_gone.bin");
        var voice = new VoiceCatalogue(_folder.Path).Find("af_gone");
        File.Delete(_folder["af_gone.bin"]);

        Assert.Equal(SpeechErrorCode.VoiceMissing, Assert.Throws<SpeechException>(voice.Load).Code);
    }

    [Theory]
    [InlineData("jf_alpha", "'ja'")]
    [InlineData("q", "'und'")]
    public void Find_a_voice_whose_language_cannot_be_spoken_names_those_that_can(string id, string language)
    {
        Put(id + ".bin");

        var error = Assert.Throws<SpeechException>(() => new VoiceCatalogue(_folder.Path).Find(id));

        Assert.Equal(SpeechErrorCode.LanguageUnknown, error.Code);
        Assert.Contains(language, error.Message, StringComparison.Ordinal);
        Assert.Contains("en-us, en-gb, es, fr, hi, it, pt", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("af_lindne", "did you mean 'af_linden'?")]
    [InlineData("Basalt", "did you mean 'am_basalt'?")]
    [InlineData("AM_ASTER", "did you mean 'am_aster'?")]
    [InlineData("", "there are af_linden, af_wren, am_aster, am_basalt")]
    [InlineData("completely_else", "there are af_linden, af_wren, am_aster, am_basalt")]
    [InlineData("../../etc/passwd", "there are af_linden, af_wren, am_aster, am_basalt")]
    [InlineData("a\nb", "voice 'a?b' is not known")]
    public void Find_an_unknown_voice_lists_what_there_is_and_the_nearest(string id, string expected)
    {
        var error = Assert.Throws<SpeechException>(() => new VoiceCatalogue(null).Find(id));

        Assert.Equal(SpeechErrorCode.VoiceUnknown, error.Code);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Find_an_unknown_voice_among_many_keeps_the_message_short()
    {
        Put([.. Enumerable.Range(0, 50).Select(number => $"af_voice{number}.bin")]);

        var error = Assert.Throws<SpeechException>(() => new VoiceCatalogue(_folder.Path).Find(new string('x', 10_000)));

        Assert.EndsWith("and 42 more (kokoro voices lists them)", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 50, 350);
    }

    [Fact]
    public void DefaultStarter_is_one_of_the_starter_voices() =>
        Assert.Contains(StarterVoices.All, voice => voice.Id == VoiceCatalogue.DefaultStarter);

    private void Put(params string[] names)
    {
        foreach (var name in names)
            File.WriteAllBytes(_folder[name], []);
    }
}
