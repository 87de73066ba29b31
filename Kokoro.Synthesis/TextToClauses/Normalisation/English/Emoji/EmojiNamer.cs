namespace Kokoro.Synthesis.TextToClauses.Normalisation.English.Emoji;

/// <summary>
/// Names the emoji of one text, from its start to its end. Of a row of emoji with the same name only the first is named, because nobody
/// wants to hear "party popper" five times. Keycaps are all named: 1️⃣1️⃣ is not 1️⃣.
/// </summary>
internal sealed class EmojiNamer(string text)
{
    /// <summary>What people see of it in the table of `kokoro phonemes`.</summary>
    public const string Rule = "emoji";

    private string? _last;
    private int _lastEnd;

    /// <param name="emoji">Where one emoji stands, after those that were asked for before.</param>
    /// <returns>Its name; null when it has none or only repeats the one before it.</returns>
    public string? Name(TextRange emoji)
    {
        var sequence = text.AsSpan(emoji.Start, emoji.Length);
        var name = EmojiNames.Find(sequence);
        var repeats = name == _last && !Keycaps.Is(sequence) && text.AsSpan(_lastEnd, emoji.Start - _lastEnd).IndexOfAnyExcept(' ') < 0;
        _last = name;
        _lastEnd = emoji.End;
        return repeats ? null : name;
    }
}
