namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Numbers with parts: "1.2.3", "v2", "version 1.10", "Python 3.11", "192.168.0.1".</summary>
internal sealed class VersionRule : IReadingRule
{
    /// <summary>The parts of an IPv4 address.</summary>
    private const int AddressParts = 4;

    /// <summary>Twice as many as the object identifiers of networks have. It bounds the look-ahead.</summary>
    private const int MostParts = 32;

    /// <summary>Languages, systems and other things whose numbers have parts and no decimals.</summary>
    private static readonly WordSet Versioned = new(
        "version versions release python java ruby php perl node go rust swift kotlin scala julia lua android ios macos ubuntu debian fedora windows "
        + "linux kernel django rails chrome firefox safari postgres postgresql mysql sqlite redis gcc clang llvm cmake git docker kubernetes net section");

    /// <summary>Those that are common words as well, and names only with a capital.</summary>
    private static readonly WordSet Common = new("ruby go rust swift node net windows rails");

    public string Name => "version";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (Words.IsWordAt(paragraph, at - 1))
            return null;
        var hasLetter = paragraph[at] == 'v' && Words.IsDigitAt(paragraph, at + 1);
        var start = hasLetter ? at + 1 : at;
        var parts = Measure(paragraph, start, out var end);
        if (parts == 0)
            return null;
        var isNamed = hasLetter || IsNamed(paragraph, at, end, language);
        if (parts < 3 && !(isNamed && (hasLetter || parts == 2)))
            return null;

        var saying = new Saying(language);
        if (hasLetter)
            saying.Add("version");
        SayParts(paragraph[start..end], parts == AddressParts && !isNamed ? "dot" : "point", saying);
        return saying.Over(end - at);
    }

    /// <summary>Whether the word before has versions, and what follows does not show that this is an amount: "a net 2.75 million", "go 1.25 km".</summary>
    private static bool IsNamed(ReadOnlySpan<char> text, int at, int end, Language language)
    {
        var word = Around.WordBefore(text, at, out var start);
        if (!Versioned.Contains(word) || UnitRule.IsBeforeUnit(text, end, language))
            return false;
        Magnitudes.Read(text, end, out var magnitude);
        if (magnitude is not null || (end < text.Length && text[end] == '%') || Around.WordAfter(text, end) is "percent")
            return false;
        return !Common.Contains(word) || (Around.StartsWithCapital(word) && !(word is "Go" && IsSentenceStart(text, start)));
    }

    private static bool IsSentenceStart(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(" \n“\"(");
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or ':';
    }

    /// <summary>Rows of digits with points between; the last part may be an "x".</summary>
    /// <returns>How many; 0 when they are no version.</returns>
    private static int Measure(ReadOnlySpan<char> text, int start, out int end)
    {
        var parts = 0;
        end = start;
        for (var next = start; Digits.Count(text, next) is > 0 and var digits;)
        {
            if (++parts > MostParts)
                return 0;
            end = next + digits;
            if (end >= text.Length || text[end] != '.')
                break;
            next = end + 1;
            if (parts > 1 && next < text.Length && text[next] is 'x' && !Words.IsWordAt(text, next + 1))
            {
                end = next + 1;
                return parts + 1;
            }
        }

        return Words.IsWordAt(text, end) ? 0 : parts;
    }

    private static void SayParts(ReadOnlySpan<char> parts, string mark, Saying saying)
    {
        var isFirst = true;
        foreach (var part in parts.Split('.'))
        {
            if (!isFirst)
                saying.Add(mark);
            isFirst = false;
            if (parts[part] is "x")
                saying.AddLetter('x');
            else
                saying.Whole(parts[part]);
        }
    }
}
