using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.ClausesToPhonemes;

/// <summary>Clauses from plain text: words between spaces and marks, each where it stands in the text.</summary>
internal static partial class Clauses
{
    public static Clause Of(string text) => new(0, [.. Parts(text)], ClauseEnd.Sentence);

    public static ImmutableArray<SpokenWord> Words(string text) => [.. Parts(text).OfType<SpokenWord>()];

    private static IEnumerable<ClausePart> Parts(string text)
    {
        foreach (Match match in WordOrMark().Matches(text))
        {
            var source = new TextRange(match.Index, match.Index + match.Length);
            var spaceBefore = match.Index > 0 && text[match.Index - 1] == ' ';
            yield return Mark.All.Contains(match.Value[0], StringComparison.Ordinal)
                ? new Mark(match.Value[0], source, spaceBefore)
                : new SpokenWord(match.Value, source, spaceBefore);
        }
    }

    [GeneratedRegex("""[;:,.!?—…"()“”]|[^ ;:,.!?—…"()“”]+""")]
    private static partial Regex WordOrMark();
}
