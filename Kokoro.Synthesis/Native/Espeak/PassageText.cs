using System.Collections.Immutable;
using System.Text;

namespace Kokoro.Synthesis.Native.Espeak;

/// <summary>The words of a passage as the text that espeak-ng reads, and the way back from its character positions.</summary>
internal sealed class PassageText
{
    private readonly int[] _starts;

    public PassageText(ImmutableArray<string> words)
    {
        _starts = new int[words.Length];
        var text = new StringBuilder();
        var position = 1;
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0)
            {
                text.Append(' ');
                position++;
            }

            _starts[i] = position;
            position += Append(text, words[i]);
        }

        Text = text.ToString();
    }

    public string Text { get; }

    /// <param name="position">In code points, from 1. A space belongs to the word before it.</param>
    public int WordAt(int position)
    {
        var found = Array.BinarySearch(_starts, position);
        return Math.Max(0, found >= 0 ? found : ~found - 1);
    }

    /// <returns>How many code points were added.</returns>
    private static int Append(StringBuilder text, string word)
    {
        var count = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            // Espeak-ng takes control characters for commands, and an underscore for nothing at all.
            if (Rune.IsControl(rune))
                text.Append('_');
            else
                text.Append(rune.ToString());
            count++;
        }

        return count;
    }
}
