namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Signs that are said only between two terms.</summary>
internal static class MathSigns
{
    /// <summary>The longest sign.</summary>
    public const int Longest = 3;

    private static readonly WordTable<string> Table = new(new Dictionary<string, string>
    {
        ["="] = "equals",
        ["=="] = "equals equals",
        ["==="] = "equals equals equals",
        ["!="] = "not equals",
        ["!=="] = "not equals equals",
        ["+"] = "plus",
        ["<"] = "less than",
        [">"] = "greater than",
        ["<="] = "less than or equal to",
        [">="] = "greater than or equal to",
        ["≤"] = "less than or equal to",
        ["≥"] = "greater than or equal to",
        ["≠"] = "not equal to",
        ["≈"] = "approximately",
        ["×"] = "times",
        ["*"] = "times",
        ["÷"] = "divided by",
        ["−"] = "minus",
        ["-"] = "minus",
    });

    public static string? Find(ReadOnlySpan<char> sign) => Table.Find(sign);
}
