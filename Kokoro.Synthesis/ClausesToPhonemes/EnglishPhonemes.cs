using System.Text;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>
/// Espeak-ng's English IPA to the phonemes that Kokoro's English voices were trained on: one letter for each diphthong and
/// affricate. Longer keys come first, so that `e` does not take the `e` of `e^ɪ`.
/// </summary>
/// <remarks>Source: the fallback of Kokoro's own front end, misaki (Apache-2.0), for model v1.</remarks>
internal static class EnglishPhonemes
{
    /// <summary>A short stroke below: the consonant is a syllable of its own.</summary>
    private const char Syllabic = '\u0329';

    /// <summary>Before what the accents do each in its way.</summary>
    private static readonly OrderedMap Shared = new(
        ("ʔˌn\u0329", "ʔn"),
        ("ʔn\u0329", "ʔn"),
        ("a^ɪ", "I"),
        ("a^ʊ", "W"),
        ("d^ʒ", "ʤ"),
        ("e^ɪ", "A"),
        ("t^ʃ", "ʧ"),
        ("ɔ^ɪ", "Y"),
        ("ə^l", "ᵊl"),
        ("ʲo", "jo"),
        ("ʲə", "jə"),
        ("e", "A"),
        ("ʲ", ""),
        ("ɚɹ", "əɹ"), // ours: without it "bakery" and "after a" get two r
        ("ɚ", "əɹ"),
        ("r", "ɹ"),
        ("x", "k"),
        ("ç", "k"),
        ("ɐ", "ə"),
        ("ɬ", "l"),
        ("\u0303", "")); // combining tilde

    private static readonly OrderedMap Last = new(
        ("o", "ɔ"), // espeak-ng before 1.52
        ("ɾ", "T"),
        ("ʔ", "t"),
        ("^", ""));

    public static string Map(string ipa, OrderedMap accentBefore, OrderedMap accent) =>
        Last.Apply(accent.Apply(SyllabicToSchwa(Shared.Apply(accentBefore.Apply(ipa)))));

    /// <summary>A syllabic consonant becomes a short schwa and the consonant.</summary>
    private static string SyllabicToSchwa(string ipa)
    {
        if (!ipa.Contains(Syllabic, StringComparison.Ordinal))
            return ipa;
        var mapped = new StringBuilder(ipa.Length);
        for (var i = 0; i < ipa.Length; i++)
        {
            if (ipa[i] == Syllabic)
                continue;
            if (i + 1 < ipa.Length && ipa[i + 1] == Syllabic && !char.IsWhiteSpace(ipa[i]))
                mapped.Append('ᵊ');
            mapped.Append(ipa[i]);
        }

        return mapped.ToString();
    }
}
