namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>Espeak-ng's IPA to Kokoro's phonemes for Spanish, French, Hindi, Italian and Portuguese.</summary>
/// <remarks>Source: the front end for these languages of Kokoro's own misaki (Apache-2.0).</remarks>
internal static class OtherPhonemes
{
    private static readonly OrderedMap Table = new(
        ("a^ɪ", "I"),
        ("a^ʊ", "W"),
        ("d^z", "ʣ"),
        ("d^ʒ", "ʤ"),
        ("e^ɪ", "A"),
        ("o^ʊ", "O"),
        ("s^s", "S"),
        ("t^s", "ʦ"),
        ("t^ʃ", "ʧ"),
        ("ɔ^ɪ", "Y"),
        ("ə^ʊ", "Q"),
        ("^", ""),
        ("-", "")); // where a French word is bound to the next

    public static string Map(string ipa) => Table.Apply(ipa);
}
