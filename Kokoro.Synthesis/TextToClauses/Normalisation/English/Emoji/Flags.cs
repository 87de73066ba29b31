using System.Collections.Frozen;

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English.Emoji;

/// <summary>Flags of countries. Two letters of ISO 3166-1 make one, or a black flag with the tags of a part of a country.</summary>
internal static class Flags
{
    /// <summary>Names as they are said after "flag of"; other flags are only called flags.</summary>
    private static readonly FrozenDictionary<string, string> Places = new Dictionary<string, string>
    {
        ["AE"] = "the united arab emirates",
        ["AR"] = "argentina",
        ["AT"] = "austria",
        ["AU"] = "australia",
        ["BE"] = "belgium",
        ["BR"] = "brazil",
        ["CA"] = "canada",
        ["CH"] = "switzerland",
        ["CL"] = "chile",
        ["CN"] = "china",
        ["CO"] = "colombia",
        ["CZ"] = "czechia",
        ["DE"] = "germany",
        ["DK"] = "denmark",
        ["EG"] = "egypt",
        ["ES"] = "spain",
        ["EU"] = "the european union",
        ["FI"] = "finland",
        ["FR"] = "france",
        ["GB"] = "the united kingdom",
        ["GR"] = "greece",
        ["HU"] = "hungary",
        ["ID"] = "indonesia",
        ["IE"] = "ireland",
        ["IL"] = "israel",
        ["IN"] = "india",
        ["IT"] = "italy",
        ["JP"] = "japan",
        ["KE"] = "kenya",
        ["KR"] = "south korea",
        ["MX"] = "mexico",
        ["NG"] = "nigeria",
        ["NL"] = "the netherlands",
        ["NO"] = "norway",
        ["NZ"] = "new zealand",
        ["PH"] = "the philippines",
        ["PL"] = "poland",
        ["PT"] = "portugal",
        ["RO"] = "romania",
        ["SA"] = "saudi arabia",
        ["SE"] = "sweden",
        ["TH"] = "thailand",
        ["TR"] = "turkey",
        ["UA"] = "ukraine",
        ["US"] = "the united states",
        ["VN"] = "vietnam",
        ["ZA"] = "south africa",
        ["gbeng"] = "england",
        ["gbsct"] = "scotland",
        ["gbwls"] = "wales",
    }.ToFrozenDictionary();

    private const string BlackFlag = "🏴";

    private const int RegionalA = 0x1F1E6;

    private const int RegionalZ = 0x1F1FF;

    /// <summary>The tag of a character is this much above it.</summary>
    private const int Tags = 0xE0000;

    private const int EndOfTags = 0xE007F;

    /// <param name="key">As <see cref="EmojiKey"/> gives it.</param>
    public static string? Find(ReadOnlySpan<char> key)
    {
        var isTagged = key.StartsWith(BlackFlag);
        var code = isTagged ? TaggedCode(key[BlackFlag.Length..]) : RegionalCode(key);
        if (code is null)
            return null;
        return Places.TryGetValue(code, out var place) ? $"flag of {place}" : "flag";
    }

    private static string? RegionalCode(ReadOnlySpan<char> key)
    {
        var code = "";
        foreach (var rune in key.EnumerateRunes())
        {
            if (rune.Value is < RegionalA or > RegionalZ)
                return null;
            code += (char)('A' + rune.Value - RegionalA);
        }

        return code.Length == 2 ? code : null;
    }

    private static string? TaggedCode(ReadOnlySpan<char> tags)
    {
        var code = "";
        foreach (var rune in tags.EnumerateRunes())
        {
            if (rune.Value is < Tags + ' ' or > EndOfTags)
                return null;
            if (rune.Value < EndOfTags)
                code += (char)(rune.Value - Tags);
        }

        return code;
    }
}
