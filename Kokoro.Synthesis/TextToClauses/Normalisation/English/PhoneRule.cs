namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Telephone numbers in their groups, digit by digit: "555-1234", "(555) 123-4567", "+44 20 7946 0958"; 911 where it is called.</summary>
internal sealed class PhoneRule : IReadingRule
{
    /// <summary>E.164 allows 15 digits.</summary>
    private const int MostDigits = 15;

    private const int FewestDigits = 7;
    private const int MostGroups = 6;

    private static readonly WordSet Calls = new("call calls called calling dial dialled dialed ring phone phoned");
    private static readonly WordSet Pages = new("page pages p pp no nos line lines chapters items years");

    public string Name => "phone";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiDigit(paragraph[at]) && paragraph[at] is not ('+' or '('))
            return null;
        if (!Around.IsFree(paragraph, at))
            return null;
        if (IsEmergency(paragraph, at))
            return new Saying(language).OneByOne(paragraph.Slice(at, 3)).Over(3);
        var isInternational = paragraph[at] == '+';
        Span<int> groups = stackalloc int[MostGroups];
        var count = MeasureGroups(paragraph, isInternational ? at + 1 : at, groups, out var end, out var marks);
        var sum = Sum(groups[..count]);
        if (sum is < FewestDigits or > MostDigits || Words.IsWordAt(paragraph, end) || !IsShape(groups[..count], isInternational, paragraph[at], marks))
            return null;
        if (count == 2 && IsRange(paragraph, at, end, language))
            return null;

        var saying = new Saying(language);
        if (isInternational)
            saying.Add("plus");
        return saying.OneByOne(Digits.Of(paragraph[at..end])).Over(end - at);
    }

    private static bool IsEmergency(ReadOnlySpan<char> text, int at) =>
        Digits.Count(text, at) == 3 && !Words.IsWordAt(text, at + 3) && text.Slice(at, 3) is "911" or "999" or "112" or "101" or "111"
        && Calls.Contains(Around.WordBefore(text, at));

    /// <summary>Groups of digits with one mark between, the first perhaps in brackets.</summary>
    /// <param name="marks">The kinds of marks: '-', '.', ' ', or 'x' where they are mixed.</param>
    private static int MeasureGroups(ReadOnlySpan<char> text, int at, Span<int> groups, out int end, out char marks)
    {
        var count = 0;
        marks = '\0';
        end = at;
        for (var next = at; count < groups.Length;)
        {
            var hasBracket = next < text.Length && text[next] == '(';
            var start = hasBracket ? next + 1 : next;
            var digits = Digits.Count(text, start);
            if (digits == 0 || (hasBracket && (start + digits >= text.Length || text[start + digits] != ')')))
                break;
            groups[count++] = digits;
            end = start + digits + (hasBracket ? 1 : 0);
            if (end >= text.Length || !(text[end] is '-' or '.' || Words.IsBlankAt(text, end) || (hasBracket && char.IsAsciiDigit(text[end]))))
                break;
            next = char.IsAsciiDigit(text[end]) ? end : end + 1;
            if (!Words.IsDigitAt(text, next) && !(next < text.Length && text[next] == '('))
                break;
            if (!hasBracket)
                marks = marks == '\0' || marks == Kind(text, end) ? Kind(text, end) : 'x';
        }

        return count;
    }

    private static char Kind(ReadOnlySpan<char> text, int at) => Words.IsBlankAt(text, at) ? ' ' : text[at];

    private static bool IsShape(ReadOnlySpan<int> groups, bool isInternational, char first, char marks) => groups switch
    {
        _ when isInternational => groups.Length >= 2,
        [3, 4] => marks == '-' || first == '(',
        [3, 3, 4] => true,
        [1, 3, 3, 4] => true,
        [>= 3 and <= 5, .., >= 3] when first == '0' => groups.Length >= 2,
        _ => false,
    };

    /// <summary>"pages 100-1200" and "500-1500 kg" are ranges.</summary>
    private static bool IsRange(ReadOnlySpan<char> text, int at, int end, Language language)
    {
        if (Pages.Contains(Around.WordBefore(text, at)))
            return true;
        var unit = Around.WordAfter(text, end);
        return unit.Length > 0 && Units.Find(unit, isTouching: false, language) is not null;
    }

    private static int Sum(ReadOnlySpan<int> groups)
    {
        var sum = 0;
        foreach (var group in groups)
            sum += group;
        return sum;
    }
}
