using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;

namespace Kokoro.Tests.ClausesToPhonemes;

/// <summary>One case for each rule of the maps, with words as espeak-ng writes them where there is one.</summary>
public sealed class PhonemeMapTests
{
    [Theory]
    [InlineData("ˈɪʔˌn\u0329", "ˈɪtn")]
    [InlineData("bˈʌʔn\u0329", "bˈʌtn")] // button
    [InlineData("fˈa^ɪnd", "fˈInd")]
    [InlineData("hˈa^ʊs", "hˈWs")]
    [InlineData("d^ʒˈʌmps", "ʤˈʌmps")]
    [InlineData("dˈe^ɪ", "dˈA")]
    [InlineData("t^ʃˈɪp", "ʧˈɪp")]
    [InlineData("bˈɔ^ɪ", "bˈY")]
    [InlineData("pˈiːpə^l", "pˈipᵊl")]
    [InlineData("nʲo", "njɔ")]
    [InlineData("nʲə", "njə")]
    [InlineData("ˈe", "ˈA")]
    [InlineData("nʲi", "ni")]
    [InlineData("bˈɛɾɚ", "bˈɛTəɹ")] // better
    [InlineData("bˈe^ɪkɚɹi", "bˈAkəɹi")] // bakery: one r, not two
    [InlineData("rɛd", "ɹɛd")]
    [InlineData("lˈɑːx", "lˈɑk")] // loch
    [InlineData("ɪç", "ɪk")]
    [InlineData("ɐ", "ə")] // a
    [InlineData("ɬan", "lan")]
    [InlineData("ɑ\u0303", "ɑ")]
    [InlineData("ɹˈɪðm\u0329", "ɹˈɪðᵊm")] // rhythm
    [InlineData("gʔ", "t")] // the letter g is not the phoneme
    [InlineData("fˈoː^ɹ", "fˈɔɹ")] // four
    [InlineData("ɡˈo^ʊ", "ɡˈO")]
    [InlineData("wˈɜːɹi", "wˈɜɹi")]
    [InlineData("wˈɜːld", "wˈɜɹld")]
    [InlineData("nˈɪə", "nˈiə")]
    [InlineData("sˈiː", "sˈi")]
    [InlineData("ʌvðə", "ʌvðə")] // of the
    [InlineData("fˈa^ɪ^ɚ", "fˈIəɹ")] // fire
    public void American_is_exact(string ipa, string phonemes) => Assert.Equal(phonemes, PhonemeMap.Apply(ipa, Language.AmericanEnglish));

    [Theory]
    [InlineData("hˈe^ə", "hˈɛː")] // hair
    [InlineData("nˌi^ə", "nˌɪə")] // near
    [InlineData("nˈiə", "nˈɪə")]
    [InlineData("ɡˌə^ʊ", "ɡˌQ")] // go
    [InlineData("lˈɒx", "lˈɒk")]
    [InlineData("wˈɜːld", "wˈɜːld")]
    [InlineData("pˈʊ^ə", "pˈʊə")] // poor
    [InlineData("dˈe^ɪ", "dˈA")]
    [InlineData("bˈɒtə^l", "bˈɒtᵊl")]
    public void British_is_exact(string ipa, string phonemes) => Assert.Equal(phonemes, PhonemeMap.Apply(ipa, Language.BritishEnglish));

    [Theory]
    [InlineData("a^ɪ", "I")]
    [InlineData("a^ʊ", "W")]
    [InlineData("d^z", "ʣ")]
    [InlineData("d^ʒ", "ʤ")]
    [InlineData("fˌazˈe^ɪŋdʊ", "fˌazˈAŋdʊ")]
    [InlineData("o^ʊ", "O")]
    [InlineData("s^s", "S")]
    [InlineData("t^s", "ʦ")]
    [InlineData("mˈut^ʃo", "mˈuʧo")]
    [InlineData("ɔ^ɪ", "Y")]
    [InlineData("ə^ʊ", "Q")]
    [InlineData("k^j", "kj")]
    [InlineData("lə-", "lə")]
    [InlineData("sˈoftweɾ", "sˈoftweɾ")]
    [InlineData("sˈɔft\u032Awer", "sˈɔftwer")] // the dental mark is not in the vocabulary
    [InlineData("vˈɛ\u0303", "vˈɛ\u0303")] // the nasal one is
    public void Other_languages_are_exact(string ipa, string phonemes) => Assert.Equal(phonemes, PhonemeMap.Apply(ipa, Language.Find("fr")));

    [Theory]
    [InlineData("ˈˌ")]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData("\u032A")]
    public void Group_without_a_sound_is_empty(string ipa) =>
        Assert.All(Language.All, language => Assert.Equal("", PhonemeMap.Apply(ipa, language)));
}
