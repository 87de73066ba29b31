namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A letter with a sign that belongs to it: "C++", "C#", "A+".</summary>
internal sealed class LetterSignRule : IReadingRule
{
    public string Name => "letter";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiLetterUpper(paragraph[at]) || Words.IsWordAt(paragraph, at - 1) || at + 1 >= paragraph.Length)
            return null;
        var sign = paragraph[at + 1];
        var length = sign == '+' && at + 2 < paragraph.Length && paragraph[at + 2] == '+' ? 2 : 1;
        var end = at + 1 + length;
        if (Words.IsWordAt(paragraph, end) || (end < paragraph.Length && paragraph[end] == sign))
            return null;
        var saying = new Saying(language).AddLetter(paragraph[at]);
        return sign switch
        {
            '#' => saying.Add("sharp").Over(end - at),
            '+' => saying.Add(length == 2 ? "plus plus" : "plus").Over(end - at),
            _ => null,
        };
    }
}
