namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>A symbol that espeak-ng's voice for a language other than English reads by name ("por ciento"). Other symbols are silent.</summary>
internal sealed class SymbolRule : IReadingRule
{
    /// <summary>"++" is read (C++); from three on it is a line or decoration.</summary>
    private const int LongestSequence = 2;

    public string Name => "symbol";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        var symbol = paragraph[at];
        if (!Read(language.VoiceLetter).Contains(symbol))
            return null;
        var from = at;
        while (from > 0 && at - from <= LongestSequence && paragraph[from - 1] == symbol)
            from--;
        var to = at + 1;
        while (to < paragraph.Length && to - at <= LongestSequence && paragraph[to] == symbol)
            to++;
        return to - from <= LongestSequence ? Reading.AsWritten(paragraph.Slice(at, 1)) : null;
    }

    /// <summary>
    /// Source: `espeak-ng -q --ipa -v VOICE SYMBOL` with 1.51; listed is what a voice reads in its own language (Hindi: or with its
    /// English). Asterisks, backslashes, tildes and the like have names too, but people use them to lay text out.
    /// </summary>
    private static string Read(char voiceLetter) => voiceLetter switch
    {
        'e' => "&%+=@#/$€£°§²³",
        'f' => "&%+@$€£¥¢°½¼¾²³×÷±µ",
        'h' => "&%+=@#/$²³",
        'i' => "&%+=@#/$€£₹°§½¼¾²³−√∞≤≠№‰",
        'p' => "&%+=@$€£¥¢°§½¼¾²³×÷µ∞№",
        _ => "",
    };
}
