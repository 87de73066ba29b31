using System.Text;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>Espeak-ng's IPA to Kokoro's phonemes, by language.</summary>
internal static class PhonemeMap
{
    /// <param name="ipa">One group, with ties.</param>
    /// <returns>Symbols of the vocabulary only; empty when none of them is a sound.</returns>
    public static string Apply(string ipa, Language language)
    {
        var mapped = Map(ipa, language);
        var kept = new StringBuilder(mapped.Length);
        var sounds = false;
        foreach (var symbol in mapped)
        {
            if (char.IsWhiteSpace(symbol) || !Vocabulary.TryGetId(symbol, out _))
                continue;
            kept.Append(symbol);
            sounds |= symbol is not ('ˈ' or 'ˌ');
        }

        return sounds ? kept.ToString() : "";
    }

    /// <summary>Before symbols outside of the vocabulary are dropped.</summary>
    internal static string Map(string ipa, Language language) => language.VoiceLetter switch
    {
        'a' => AmericanPhonemes.Map(ipa),
        'b' => BritishPhonemes.Map(ipa),
        _ => OtherPhonemes.Map(ipa),
    };
}
