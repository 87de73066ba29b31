namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>What is British in <see cref="EnglishPhonemes"/>.</summary>
internal static class BritishPhonemes
{
    /// <summary>
    /// The vowel of "hair". Misaki lists it after the shared table, whose `e` to `A` leaves it nothing to match, and so says "hair"
    /// with the vowel of "hay"; its dictionary, which the voices learnt from, has `hˈɛː`.
    /// </summary>
    private static readonly OrderedMap Before = new(("e^ə", "ɛː"));

    private static readonly OrderedMap Accent = new(
        ("i^ə", "ɪə"), // "near": as espeak-ng writes the next one when it is asked for ties
        ("iə", "ɪə"),
        ("ə^ʊ", "Q"));

    public static string Map(string ipa) => EnglishPhonemes.Map(ipa, Before, Accent);
}
