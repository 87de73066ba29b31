using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>
/// How names of letters are written for espeak-ng. Its English voices read every letter alone by its name but two, which they take
/// for the article and the pronoun. Source: `espeak-ng -q --ipa -v en-us "the A now"` for all letters, en-gb too, with 1.51.
/// </summary>
internal static class LetterNames
{
    public static string Write(SpokenWord word, Language language) => !word.IsLetterName || !language.IsEnglish ? word.Text : word.Text switch
    {
        "A" or "a" => "eh",
        "I" => "eye",
        _ => word.Text,
    };
}
