namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>What is American in <see cref="EnglishPhonemes"/>: no long marks, and `ɜ` always with its `ɹ`.</summary>
internal static class AmericanPhonemes
{
    private static readonly OrderedMap Before = new();

    private static readonly OrderedMap Accent = new(
        ("o^ʊ", "O"),
        ("ɜːɹ", "ɜɹ"),
        ("ɜː", "ɜɹ"),
        ("ɪə", "iə"),
        ("ː", ""));

    public static string Map(string ipa) => EnglishPhonemes.Map(ipa, Before, Accent);
}
