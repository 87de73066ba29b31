using System.Buffers;

namespace Kokoro.Synthesis.Voices;

/// <summary>The convention of Kokoro's voice names: the language's letter, f or m, an underscore, a name.</summary>
internal static class VoiceId
{
    private const int Longest = 64;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Languages of published voices that cannot be spoken here.</summary>
    private static readonly (char Letter, string Code)[] OtherLanguages = [('j', "ja"), ('z', "zh")];

    /// <summary>Whether a name can be an id: 1 to 64 lower-case letters, digits and underscores.</summary>
    public static bool IsValid(string id) => id.Length is >= 1 and <= Longest && !id.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>The language that it speaks; null when that cannot be spoken here.</summary>
    public static Language? LanguageOf(string id) => Language.All.FirstOrDefault(language => language.VoiceLetter == id[0]);

    public static string LanguageCodeOf(string id) =>
        LanguageOf(id)?.Code ?? OtherLanguages.FirstOrDefault(other => other.Letter == id[0]).Code ?? "und";

    public static VoiceGender GenderOf(string id) =>
        id.Length < 2 ? VoiceGender.Unknown
        : id[1] == 'f' ? VoiceGender.Female
        : id[1] == 'm' ? VoiceGender.Male
        : VoiceGender.Unknown;

    /// <summary>The part after the first underscore with a capital letter; without one, the whole.</summary>
    public static string DisplayNameOf(string id)
    {
        var name = BareNameOf(id);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    public static string BareNameOf(string id)
    {
        var name = id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
        return name.Length > 0 ? name : id;
    }
}
