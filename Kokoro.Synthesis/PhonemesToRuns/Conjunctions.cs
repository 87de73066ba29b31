using System.Collections.Frozen;

namespace Kokoro.Synthesis.PhonemesToRuns;

/// <summary>
/// Words before which a long clause may be cut without a break that a listener minds. One set for all languages: it is only asked
/// inside of clauses over 100 ids, where a rare false friend costs less than a setting.
/// </summary>
internal static class Conjunctions
{
    private static readonly FrozenSet<string> All = new[]
    {
        "and", "or", "but", "nor", "because", "although", "though", "while", "whereas", "when", "where", "which", "who", "that", "if", "unless",
        "until", "since", "so", "then", // English
        "y", "o", "pero", "porque", "aunque", "mientras", "cuando", "donde", "que", "si", // Spanish
        "et", "ou", "mais", "car", "parce", "quoique", "pendant", "quand", "où", "qui", // French
        "और", "या", "लेकिन", "मगर", "क्योंकि", "जब", "कि", "जो", "अगर", // Hindi
        "e", "ma", "perché", "mentre", "quando", "dove", "che", "se", // Italian
        "mas", "embora", "enquanto", "onde", // Portuguese
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the first of the words ("and the") is one.</summary>
    public static bool Starts(ReadOnlySpan<char> spoken)
    {
        var space = spoken.IndexOf(' ');
        return All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(space < 0 ? spoken : spoken[..space]);
    }
}
