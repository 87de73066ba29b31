using System.Collections.Immutable;
using System.Globalization;
using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.TextToClauses.Normalisation;

/// <summary>
/// The part of a report that rows list: what a listener would miss. Punctuation, ASCII symbols and format characters fall silent in
/// nearly every row, so they are not listed; and pictures that touch are one, however many entries report them.
/// </summary>
internal static class ListedLeftOut
{
    public static IReadOnlyList<TextRange> Of(string text, ImmutableArray<LeftOut> reported)
    {
        var listed = new List<LeftOut>();
        foreach (var entry in reported)
        {
            if (!text[entry.Source.Start..entry.Source.End].Any(IsListed))
                continue;
            if (listed is [.., var last] && last.Source.End == entry.Source.Start && last.Reason == entry.Reason)
                listed[^1] = last with { Source = last.Source.Through(entry.Source) };
            else
                listed.Add(entry);
        }

        return [.. listed.Select(entry => entry.Source)];
    }

    private static bool IsListed(char character) =>
        char.IsAscii(character)
            ? char.IsAsciiLetterOrDigit(character) || (char.IsControl(character) && !char.IsWhiteSpace(character))
            : !char.IsWhiteSpace(character) && !char.IsPunctuation(character)
                && char.GetUnicodeCategory(character) != UnicodeCategory.Format;
}
