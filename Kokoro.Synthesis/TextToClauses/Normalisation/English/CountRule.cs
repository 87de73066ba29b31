namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Every other number: "1,234", "-5", "3.14", "18+".</summary>
internal sealed class CountRule : IReadingRule
{
    public string Name => "number";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!NumberStarts.Contains(paragraph[at]))
            return null;
        var saying = new Saying(language);
        if (Amounts.Read(paragraph, at, saying) is not { } amount)
            return null;
        var end = amount.End;
        var isMore = end < paragraph.Length && paragraph[end] == '+' && !Words.IsWordAt(paragraph, end + 1) && !(end + 1 < paragraph.Length && paragraph[end + 1] is '+' or '=');
        return isMore ? saying.Add("plus").Over(end + 1 - at) : saying.Over(end - at);
    }
}
