using System.Collections.Frozen;

namespace Kokoro.Synthesis;

/// <summary>A language that can be spoken: its code, the voice espeak-ng reads it with, and the script it is written in.</summary>
/// <param name="Code">The BCP 47 code that requests use, in lower case.</param>
/// <param name="Name">The English name.</param>
/// <param name="VoiceLetter">The first letter of the names of its voices (`a` in `af_heart`).</param>
/// <param name="EspeakVoice">The name of espeak-ng's voice for it.</param>
/// <param name="Script">Letters of other scripts are left out and reported.</param>
public sealed record Language(string Code, string Name, char VoiceLetter, string EspeakVoice, Script Script)
{
    public static readonly Language AmericanEnglish = new("en-us", "American English", 'a', "en-us", Script.Latin);
    public static readonly Language BritishEnglish = new("en-gb", "British English", 'b', "en-gb", Script.Latin);

    /// <summary>Every language in the order in which it is listed to people.</summary>
    public static readonly IReadOnlyList<Language> All =
    [
        AmericanEnglish,
        BritishEnglish,
        new("es", "Spanish", 'e', "es", Script.Latin),
        new("fr", "French", 'f', "fr-fr", Script.Latin),
        new("hi", "Hindi", 'h', "hi", Script.Devanagari),
        new("it", "Italian", 'i', "it", Script.Latin),
        new("pt", "Brazilian Portuguese", 'p', "pt-br", Script.Latin),
    ];

    private static readonly FrozenDictionary<string, Language> ByName = Names().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public bool IsEnglish => VoiceLetter is 'a' or 'b';

    /// <summary>Finds a language by its code, by a common other form of it ("en", "pt-br") or by its voice letter.</summary>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.LanguageUnknown"/>: the message lists the codes there are.</exception>
    public static Language Find(string code) =>
        ByName.TryGetValue(code, out var language)
            ? language
            : throw new SpeechException(
                SpeechErrorCode.LanguageUnknown,
                $"language '{Printable.Excerpt(code)}' is not known; use one of {string.Join(", ", All.Select(each => each.Code))}");

    private static IEnumerable<KeyValuePair<string, Language>> Names()
    {
        foreach (var language in All)
        {
            yield return new(language.Code, language);
            yield return new(language.VoiceLetter.ToString(), language);
        }

        yield return new("en", AmericanEnglish);
        yield return new("en-uk", BritishEnglish);
        yield return new("es-es", All[2]);
        yield return new("fr-fr", All[3]);
        yield return new("hi-in", All[4]);
        yield return new("it-it", All[5]);
        yield return new("pt-br", All[6]);
    }
}
