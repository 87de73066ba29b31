namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Millions and billions after a sum of money: as words, or as letters that touch the number.</summary>
internal static class Magnitudes
{
    private static readonly WordTable<string> Letters = new(new Dictionary<string, string>
    {
        ["k"] = "thousand", ["K"] = "thousand",
        ["m"] = "million", ["M"] = "million", ["mn"] = "million", ["mm"] = "million",
        ["b"] = "billion", ["B"] = "billion", ["bn"] = "billion",
        ["t"] = "trillion", ["T"] = "trillion", ["tn"] = "trillion",
    });

    private static readonly WordTable<string> Written = new(
        new[] { "hundred", "thousand", "million", "billion", "trillion", "mn", "bn", "tn" }.Select(word => KeyValuePair.Create(word, Letters?.Find(word) ?? word)));

    /// <summary>Reads the magnitude at the end of a number.</summary>
    /// <returns>Where it ends; <paramref name="end"/> when there is none, and then <paramref name="word"/> is null.</returns>
    public static int Read(ReadOnlySpan<char> text, int end, out string? word)
    {
        var isTouching = Words.IsLetterAt(text, end);
        var start = isTouching ? end : Around.SkipBlanks(text, end);
        var letters = Around.LettersAt(text, start);
        word = isTouching ? Letters.Find(letters) : Written.Find(letters);
        return word is null || Words.IsWordAt(text, start + letters.Length) ? end : start + letters.Length;
    }
}
