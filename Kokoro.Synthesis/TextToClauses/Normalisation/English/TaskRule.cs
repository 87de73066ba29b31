namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>The box of a task list, "[x]" or "[ ]" at the start of an item, is left out.</summary>
internal sealed class TaskRule : IReadingRule
{
    private const int BoxLength = 3;

    public string Name => "markup";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language) =>
        paragraph[at..] is ['[', 'x' or 'X' or ' ', ']', ' ', ..] && paragraph[..at].Trim(' ').IsEmpty ? Reading.LeftOut(BoxLength) : null;
}
