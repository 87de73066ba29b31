namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Faces and hearts made of marks are left out: ":-)", ":D", "&lt;3".</summary>
internal sealed class EmoticonRule : IReadingRule
{
    private const int Longest = 3;

    private static readonly WordSet Faces = new(":) :-) ;) ;-) :( :-( :D :-D :P :-P ;P :p :-p :/ :-/ :o :O :-o :-O :| :-| <3 </3 =) =( ^^ ^_^ -_-", ignoresCase: false);

    public string Name => "emoticon";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (paragraph[at] is not (':' or ';' or '<' or '=' or '^' or '-') || !Words.IsBlankAt(paragraph, at - 1))
            return null;
        for (var length = Math.Min(Longest, paragraph.Length - at); length > 1; length--)
        {
            var end = at + length;
            if (Faces.Contains(paragraph[at..end]) && (Words.IsBlankAt(paragraph, end) || paragraph[end] is '.' or ',' or '!' or '?'))
                return Reading.LeftOut(length);
        }

        return null;
    }
}
