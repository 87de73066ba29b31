using System.Collections.Frozen;

namespace Kokoro.Synthesis.PhonemesToRuns;

/// <summary>Words before which a long clause may be cut without a break that a listener minds.</summary>
internal static class Conjunctions
{
    private static readonly FrozenSet<string> English = Set(
        "and", "or", "but", "nor", "because", "although", "though", "while", "whereas", "when", "where", "which", "who", "that", "if",
        "unless", "until", "since", "so", "then");

    private static readonly FrozenSet<string> Spanish = Set("y", "e", "o", "u", "pero", "porque", "aunque", "mientras", "cuando", "donde", "que", "si");
    private static readonly FrozenSet<string> French = Set("et", "ou", "mais", "car", "parce", "quoique", "pendant", "quand", "où", "que", "qui", "si");
    private static readonly FrozenSet<string> Hindi = Set("और", "या", "लेकिन", "मगर", "क्योंकि", "जब", "कि", "जो", "अगर");
    private static readonly FrozenSet<string> Italian = Set("e", "ed", "o", "ma", "perché", "mentre", "quando", "dove", "che", "se");
    private static readonly FrozenSet<string> Portuguese = Set("e", "ou", "mas", "porque", "embora", "enquanto", "quando", "onde", "que", "se");

    /// <summary>Whether the first of the words ("and the") is one.</summary>
    public static bool Start(ReadOnlySpan<char> spoken, Language language)
    {
        var space = spoken.IndexOf(' ');
        return Of(language).GetAlternateLookup<ReadOnlySpan<char>>().Contains(space < 0 ? spoken : spoken[..space]);
    }

    private static FrozenSet<string> Of(Language language) => language.VoiceLetter switch
    {
        'e' => Spanish,
        'f' => French,
        'h' => Hindi,
        'i' => Italian,
        'p' => Portuguese,
        _ => English,
    };

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
