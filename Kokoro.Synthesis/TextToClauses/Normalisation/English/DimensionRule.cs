namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"4x4" and "2x4x8": sizes; "3x": times; "10²": powers.</summary>
internal sealed class DimensionRule : IReadingRule
{
    /// <summary>More numbers in a row are no size. It bounds the look-ahead.</summary>
    private const int MostNumbers = 8;

    public string Name => "dimension";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiDigit(paragraph[at]))
            return null;
        var saying = new Saying(language);
        if (Amounts.Read(paragraph, at, saying) is not { } amount || amount.End >= paragraph.Length)
            return null;
        var end = amount.End;
        if (paragraph[end] is '²' or '³')
            return saying.Add(paragraph[end] == '²' ? "squared" : "cubed").Over(end + 1 - at);
        if (!IsTimes(paragraph, end))
            return null;
        if (!Words.IsDigitAt(paragraph, end + 1))
            return Words.IsWordAt(paragraph, end + 1) || paragraph[end] != 'x' ? null : saying.Add("times").Over(end + 1 - at);
        for (var numbers = 1; IsTimes(paragraph, end) && Words.IsDigitAt(paragraph, end + 1) && Amounts.Read(paragraph, end + 1, saying.Add("by")) is { } next; numbers++)
        {
            if (numbers == MostNumbers)
                return null;
            end = next.End;
        }

        return Words.IsWordAt(paragraph, end) ? null : saying.Over(end - at);
    }

    private static bool IsTimes(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] is ('x' or '×');
}
