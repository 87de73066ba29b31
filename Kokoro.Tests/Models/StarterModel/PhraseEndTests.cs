namespace Kokoro.Tests.Models.StarterModel;

/// <summary>How a phrase ends: its last sound dies away, and its melody says whether an answer is expected.</summary>
public class PhraseEndTests(StarterSession model) : IClassFixture<StarterSession>
{
    private const int FrameMs = 5;

    /// <summary>Before a pause people take 50 to 100 ms; a voice that is switched off takes 15 to 25.</summary>
    private const int ShortestFallMs = 35;

    [Theory]
    [InlineData("wi ɡˈO.", "am_aster")]
    [InlineData("wi nˈɑ.", "am_basalt")]
    [InlineData("ðə skˈI.", "af_linden")]
    [InlineData("wi ɡˈO, ænd", "af_wren")]
    public void Speak_level_falls_smoothly_where_a_phrase_ends_in_a_vowel(string phonemes, string voice)
    {
        var sound = model.Speak(phonemes, voice);
        var end = sound.Start(FirstPause(phonemes));

        var loud = Enumerable.Range(end - 30, 16).Max(sound.Level);
        var around = Enumerable.Range(end - 30, 42).ToArray();
        var begins = around.Last(frame => sound.Level(frame) > loud - 6);
        var gone = around.First(frame => frame > begins && sound.Level(frame) < loud - 24);
        Assert.InRange((gone - begins) * FrameMs, ShortestFallMs, 140);
    }

    [Theory]
    [InlineData("wˌʌt tˈIm ɪz ɪt?")]
    [InlineData("wˌʌT ɪz ɪt?")]
    [InlineData("wˌɒt tˈIm ɪz ɪt?")]
    [InlineData("wˌɛɹ dˈɪd ju ɡˈO?")]
    [InlineData("wˌɛː dˈɪd ju ɡˈQ?")]
    [InlineData("wˌɛn ɪz ɪt ɹˈɛdi?")]
    [InlineData("wˌI nˈɑt?")]
    [InlineData("wˌɪʧ wˈʌn?")]
    [InlineData("hˌu ɪz ɪt?")]
    [InlineData("hˌuz kˈæt ɪz ɪt?")]
    [InlineData("hˌW ɑɹ ju?")]
    [InlineData("wˈɛl, hˌW mˈʌʧ?")]
    [InlineData("wˈɛn?")]
    public void Speak_question_with_a_question_word_falls(string phonemes) =>
        Assert.InRange(RiseAtEnd(phonemes), -24, -2);

    [Theory]
    [InlineData("ɪz ɪt lˈAt?")]
    [InlineData("dˈɪd ju ɡˈO?")]
    [InlineData("wˈɪl ju ɡˈO?")]
    [InlineData("wˈɛnt ʌwˈA?")]
    [InlineData("hˈu ɡˈOz, ɔɹ dˈʌz hi?")]
    [InlineData("hˈWs?")]
    public void Speak_question_without_one_rises(string phonemes) => Assert.InRange(RiseAtEnd(phonemes), 4, 24);

    [Fact]
    public void Speak_word_that_asks_does_not_change_a_statement()
    {
        var statement = model.Speak("wˌʌt ɪt ɪz.").Pitch;
        var other = model.Speak("sˌʌt ɪt ɪz.").Pitch;

        Assert.InRange(statement[^80] / other[^80], 0.95, 1.05);
    }

    /// <summary>Semitones over the last quarter of a second of speech.</summary>
    private double RiseAtEnd(string phonemes)
    {
        var sound = model.Speak(phonemes);
        var end = sound.Start(^2);
        return 12 * Math.Log2(sound.Pitch[end - 2] / sound.Pitch[Math.Max(end - 50, sound.Start(1))]);
    }

    /// <summary>The number of the first pause after the pad.</summary>
    private static int FirstPause(string phonemes) =>
        1 + phonemes.TakeWhile(symbol => symbol is not '.' and not ',').Count(symbol => symbol is not ' ' and not 'ˈ' and not 'ˌ');
}
