using Kokoro.Synthesis.TextToClauses.Normalisation.English;

namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>Single letters with full stops: "U.S.", "J.R.R.", "J. Smith". They are said letter by letter.</summary>
internal sealed class InitialsRule : IReadingRule
{
    /// <summary>Things that are told apart by a letter: "plan B. Susan left" is two sentences.</summary>
    private static readonly WordSet Lettered = new("plan section part group vitamin grade type class appendix exhibit option point team schedule hepatitis gate");

    /// <summary>Longer than any initialism; espeak-ng is never given a longer row as one.</summary>
    private const int MostLetters = 16;

    public string Name => "initials";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!IsInitial(paragraph, at) || Words.IsWordAt(paragraph, at - 1))
            return null;
        var words = new List<SaidWord>();
        var end = at;
        while (words.Count < MostLetters && IsInitial(paragraph, end))
        {
            words.Add(Say(paragraph[end]));
            end += 2;
        }

        if (words.Count == MostLetters)
            return new Reading(end - at, [.. words]);
        if (words.Count > 1 && Words.IsLetterAt(paragraph, end) && !Words.IsWordAt(paragraph, end + 1) && paragraph[end - 1] == '.')
        {
            words.Add(Say(paragraph[end]));
            return new Reading(end + 1 - at, [.. words]);
        }

        var isLabel = language.IsEnglish && Lettered.Contains(Around.WordBefore(paragraph, at));
        if (Words.IsWordAt(paragraph, end) || (words.Count == 1 && (isLabel || !IsBeforeName(paragraph, at, end))))
            return null;
        var isEnd = SentenceEnds.IsLast(paragraph, end) || SentenceEnds.IsBeforeStarter(paragraph, end);
        return new Reading((isEnd ? end - 1 : end) - at, [.. words]);
    }

    private static bool IsInitial(ReadOnlySpan<char> paragraph, int at) =>
        Words.IsLetterAt(paragraph, at) && char.IsLetter(paragraph[at]) && at + 1 < paragraph.Length && paragraph[at + 1] == '.';

    /// <summary>One letter is an initial only before a name: "J. Smith", not "plan B. Then" and not "so am I. Smith left".</summary>
    private static bool IsBeforeName(ReadOnlySpan<char> paragraph, int at, int afterStop) =>
        char.IsUpper(paragraph[at]) && paragraph[at] != 'I'
        && SentenceEnds.IsBeforeCapital(paragraph, afterStop) && !SentenceEnds.IsBeforeStarter(paragraph, afterStop);

    private static SaidWord Say(char letter) => new(char.ToUpperInvariant(letter).ToString(), IsLetterName: true);
}
