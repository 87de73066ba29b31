namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>An ordinary word, said as it is written.</summary>
internal sealed class WordRule : IReadingRule
{
    public string Name => SpokenWord.AsWritten;

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language) =>
        Words.Measure(paragraph, at) is > 0 and var length ? Reading.AsWritten(paragraph.Slice(at, length)) : null;
}
