namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Collects the words of one reading.</summary>
internal sealed class Saying(Language language)
{
    private readonly List<SaidWord> _words = [];

    public Language Language => language;

    public bool IsBritish => language == Language.BritishEnglish;

    /// <summary>How many words there are, to come back to with <see cref="BackTo"/>.</summary>
    public int Count => _words.Count;

    /// <summary>Forgets what was added since.</summary>
    public void BackTo(int count) => _words.RemoveRange(count, _words.Count - count);

    /// <param name="words">Separated by one space; a capital alone is the name of a letter.</param>
    public Saying Add(string words)
    {
        foreach (var word in words.Split(' '))
            _words.Add(SaidWord.Of(word));
        return this;
    }

    public Saying Add(List<string> words)
    {
        foreach (var word in words)
            _words.Add(SaidWord.Of(word));
        return this;
    }

    /// <summary>A word of the text.</summary>
    public Saying AddWritten(string word)
    {
        _words.Add(new SaidWord(word));
        return this;
    }

    /// <summary>The name of a letter as it is written.</summary>
    public Saying AddLetter(char letter)
    {
        _words.Add(new SaidWord(letter.ToString(), IsLetterName: true));
        return this;
    }

    /// <summary>Each letter by its name.</summary>
    public Saying Spell(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
            AddLetter(char.ToUpperInvariant(letter));
        return this;
    }

    /// <param name="written">Digits, perhaps with group marks.</param>
    public Saying Cardinal(ReadOnlySpan<char> written) => Add(EnglishNumbers.Cardinal(Digits.Of(written), IsBritish));

    public Saying Ordinal(ReadOnlySpan<char> written) => Add(EnglishNumbers.Ordinal(Digits.Of(written), IsBritish));

    public Saying OneByOne(ReadOnlySpan<char> digits) => Add(EnglishNumbers.DigitByDigit(digits));

    public Saying Year(int year) => Add(Years.Say(year, IsBritish));

    /// <summary>A count, or digit by digit what is too long for one or begins with a zero.</summary>
    public Saying Whole(ReadOnlySpan<char> written)
    {
        var digits = Digits.Of(written);
        var isCode = digits.Length == written.Length && (digits.Length > Digits.LongestPlainCount || (digits.Length > 1 && digits[0] == '0'));
        return isCode ? OneByOne(digits) : Cardinal(digits);
    }

    /// <summary>Two digits after a larger unit: "oh five", "thirty"; nothing for "00".</summary>
    public Saying TwoDigits(ReadOnlySpan<char> digits)
    {
        if (digits is "00")
            return this;
        return digits[0] == '0' ? Add("oh").OneByOne(digits[1..]) : Cardinal(digits);
    }

    /// <summary>Adds to the last word: "'s".</summary>
    public Saying Suffix(string ending)
    {
        _words[^1] = _words[^1] with { Text = _words[^1].Text + ending };
        return this;
    }

    public Saying Plural()
    {
        _words[^1] = _words[^1] with { Text = EnglishNumbers.Plural(_words[^1].Text) };
        return this;
    }

    public Reading Over(int length) => new(length, [.. _words]);
}
