namespace Kokoro.Synthesis.TextToClauses;

/// <summary>
/// One word as it is said: cleaned and normalised, without white space and without marks. Several words may share
/// one source ("3.5" gives "three", "point", "five", each with the range of the whole number).
/// </summary>
public sealed record SpokenWord : ClausePart
{
    public const string AsWritten = "word";

    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or holds white space.</exception>
    public SpokenWord(string text, TextRange source, bool spaceBefore)
        : base(source, spaceBefore)
    {
        if (text.Length == 0 || HoldsWhiteSpace(text))
            throw new ArgumentException("a spoken word is not empty and holds no white space", nameof(text));
        Text = text;
    }

    public string Text { get; }

    /// <summary>The name of the rule that made it; <see cref="AsWritten"/> for a plain word.</summary>
    public string Rule { get; init; } = AsWritten;

    /// <summary>Whether it is the name of a letter, so that "A" is no article.</summary>
    public bool IsLetterName { get; init; }

    private static bool HoldsWhiteSpace(string text)
    {
        // A loop, because there are as many words as in the text and an enumerator for each would cost more than the check.
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
                return true;
        }

        return false;
    }
}
