using System.Buffers;

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Says an address piece by piece: names in small letters or spelled, numbers, marks by their names.</summary>
internal static class AddressSpeech
{
    /// <summary>Longer numbers are said digit by digit.</summary>
    private const int LongestNumber = 2;

    private const int EndingLength = 2;

    /// <summary>Names with a vowel that are spelled.</summary>
    private static readonly WordSet Spelled = new("api url uri ui cpu gpu usb");

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUYáéíóúäëïöüàèìòùâêîôû");

    public static void Say(ReadOnlySpan<char> address, Saying saying)
    {
        for (var at = 0; at < address.Length;)
        {
            if (Words.IsDigitAt(address, at))
                at += SayNumber(address, at, saying);
            else if (Words.IsWordAt(address, at))
                at += SayName(address, at, saying);
            else if (Mark(address[at++]) is { } mark)
                saying.Add(mark);
        }
    }

    private static string? Mark(char mark) => mark switch
    {
        '.' => "dot",
        '/' => "slash",
        '-' => "dash",
        '_' => "underscore",
        ':' => "colon",
        '@' => "at",
        '+' => "plus",
        '?' => "question mark",
        '=' => "equals",
        '~' => "tilde",
        '\\' => "backslash",
        '&' => "and",
        '#' => "hash",
        '%' => "percent",
        _ => null,
    };

    private static int SayNumber(ReadOnlySpan<char> address, int at, Saying saying)
    {
        var digits = Digits.Count(address, at);
        var number = address.Slice(at, digits);
        _ = digits <= LongestNumber && (digits == 1 || number[0] != '0') ? saying.Cardinal(number) : saying.OneByOne(number);
        return digits;
    }

    private static int SayName(ReadOnlySpan<char> address, int at, Saying saying)
    {
        var end = at;
        while (Words.IsLetterAt(address, end))
            end++;
        var run = address[at..end];
        // ".md" and ".uk" are spelled as a whole, whatever their case; "README" is one name, "MyFile" two.
        var isEnding = run.Length == EndingLength && at > 0 && address[at - 1] == '.' && !Words.IsWordAt(address, end)
            && !run.Equals("co", StringComparison.OrdinalIgnoreCase);
        var name = isEnding || !run.ContainsAnyInRange('a', 'z') ? run : run[..Humps.Measure(run, 0)];
        if (name.Length == 1)
            saying.AddLetter(name[0]);
        else if (isEnding || !name.ContainsAny(Vowels) || Spelled.Contains(name))
            saying.Spell(name);
        else
            saying.AddWritten(name.ToString().ToLowerInvariant());
        return name.Length;
    }
}
