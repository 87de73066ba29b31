using System.Collections.Immutable;
using System.Text;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.Pipeline;

/// <summary>A page of 30,000 characters, made of pieces whose places are known, from the text to the words of the runs.</summary>
public sealed class PageTests
{
    private const int Length = 30_000;

    /// <summary>What is spoken, with everything in and beside it that could shift a place.</summary>
    private static readonly string[] Spoken =
    [
        "the", "old", "clock", "don't", "well-known", "naïve",
        "cafe\u0301", "so\u200Bft", "hy\u00ADphen", "\uFEFFmark", "1,234", "7", "3.5", "ﬁne", "𝗯old",
    ];

    private static readonly string[] Silent = ["👩🏽‍🚀", "😀", "❤️", "שלום", "привет", "你好", "\uD83D", "\u0007"];

    private static readonly string[] Between =
    [
        " ", " ", " ", " ", " ", " ", "  ", "\t", " \u202E", "\u00A0", "\r\n", "\n", "\u2028",
        ", ", "; ", ". ", "! ", "? ", " — ", "… ", "\r\n\r\n", "\n\n", "\n- ", "\n# ", "\n***\n",
    ];

    [Fact]
    public void Words_of_the_runs_have_the_places_of_the_page()
    {
        var (page, spoken, silent) = Write(new Random(30_000));
        var cut = TextCutter.Cut(page, Language.AmericanEnglish);

        var words = Pack(cut).SelectMany(run => run.Words).Select(word => word.Source);

        // Several words of one number share its place, and no two words that are neighbours on the page do.
        Assert.Equal(spoken, words.Aggregate(new List<TextRange>(), (places, place) =>
        {
            if (places is not [.., var last] || last != place)
                places.Add(place);
            return places;
        }));
        Assert.All(silent, place => Assert.Contains(cut.LeftOut, each => each.Source.Start <= place.Start && place.End <= each.Source.End));
    }

    /// <summary>The page, with the places of what is spoken in it and of what is left out with a report.</summary>
    private static (string Page, List<TextRange> Spoken, List<TextRange> Silent) Write(Random random)
    {
        var page = new StringBuilder();
        var spoken = new List<TextRange>();
        var silent = new List<TextRange>();
        while (page.Length < Length)
        {
            var isSpoken = random.Next(6) > 0;
            var piece = Pick(isSpoken ? Spoken : Silent);
            var place = new TextRange(page.Length, page.Length + piece.Length);
            page.Append(piece).Append(Pick(Between));

            // What cannot be seen belongs to no word at its edges.
            if (isSpoken)
                spoken.Add(piece[0] == '\uFEFF' ? new TextRange(place.Start + 1, place.End) : place);
            else
                silent.Add(place);
        }

        return (page.ToString(), spoken, silent);

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    private static IEnumerable<TokenRun> Pack(CutText cut)
    {
        var packer = new RunPacker(Language.AmericanEnglish);
        foreach (var clause in cut.Clauses)
        {
            var parts = clause.Parts.Select(part => part is SpokenWord word
                ? new PhonemizedPart("wˈɜd", word.Source, word.SpaceBefore, word.Text)
                : PhonemizedPart.Of((Mark)part));
            var phonemes = new PhonemizedClause(clause.Index, parts.ToImmutableArray(), clause.End, PhonemizeOutcome.Whole);
            foreach (var run in packer.Add(phonemes))
                yield return run;
        }

        foreach (var run in packer.Complete())
            yield return run;
    }
}
