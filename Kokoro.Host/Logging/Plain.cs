using System.Globalization;
using System.Text;

namespace Kokoro.Host.Logging;

/// <summary>Makes text fit for one line of a log: nothing in it can end the line, colour a terminal or turn the reading direction, and it is not longer than it is worth.</summary>
internal static class Plain
{
    public const int MostLength = 2_000;

    public static string Line(string text)
    {
        var cut = text.Length <= MostLength ? text : text[..MostLength] + $"… ({text.Length} characters)";
        return cut.Any(IsHarmful) ? Escape(cut) : cut;
    }

    private static string Escape(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsHarmful(c))
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                line.Append(c);
        }

        return line.ToString();
    }

    private static bool IsHarmful(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
