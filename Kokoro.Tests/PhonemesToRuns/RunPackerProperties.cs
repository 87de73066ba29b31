using FsCheck;
using FsCheck.Fluent;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.PhonemesToRuns;

public class RunPackerProperties
{
    private static readonly Gen<string> Part = Gen.Frequency(
        (12, Gen.Elements("wˈɜd", "ə", "ænd", "kˈæts", "lˈɔŋɡɚ")),
        (2, Gen.Elements("and=ænd", "or=ɔɹ", "but=bʌt")),
        (2, Gen.Elements("·,", "·.", "“", "·”", "—", "·—", "(")),
        (1, Gen.Constant("x=")),
        (1, from length in Gen.Choose(1, 1300) select "x=" + new string('a', length)));

    private static readonly Gen<PhonemizedClause> Clause =
        from size in Gen.Frequency((8, Gen.Choose(1, 20)), (2, Gen.Choose(20, 60)), (1, Gen.Choose(100, 400)))
        from parts in Part.ArrayOf(size)
        from end in Gen.Elements(Enum.GetValues<ClauseEnd>())
        select Phonemes.Clause(string.Join(' ', parts), end);

    private static readonly Arbitrary<PhonemizedClause[]> Clauses = Arb.From(Gen.Choose(0, 25).SelectMany(count => Clause.ArrayOf(count)));

    [Fact]
    public void Pack_no_phoneme_is_lost_doubled_or_moved() => Generated.Check(Clauses, clauses =>
    {
        var sounding = clauses.Where(clause => clause.Parts.Any(part => part.IsWord && part.Phonemes.Length > 0));
        var expected = string.Concat(sounding.Select(clause =>
            string.Concat(clause.Parts.Select(part => part.Phonemes)) + (LacksStop(clause) ? "." : "")));

        Assert.Equal(expected, string.Concat(Phonemes.Pack(clauses).Select(Phonemes.Show)).Replace(" ", ""));
    });

    [Fact]
    public void Pack_every_end_of_a_clause_is_a_break_or_the_end_of_a_run() => Generated.Check(Clauses, clauses =>
    {
        // The end of a word that fills a run may have no place in it.
        if (clauses.Any(clause => clause.Parts.Sum(Piece.CountIds) > TokenRun.MostIds - 1))
            return;
        var ends = clauses.Where(clause => clause.Parts.Any(part => part.IsWord && part.Phonemes.Length > 0)).Select(clause => clause.End);
        var said = Phonemes.Pack(clauses).SelectMany(run => run.Breaks.Select(each => each.End).Append(run.End));

        // Where a clause was cut there is one more, of the weakest kind.
        Assert.Equal(ends.Where(end => end > ClauseEnd.Clause), said.Where(end => end > ClauseEnd.Clause));
        Assert.True(said.Count() >= ends.Count());
    });

    [Fact]
    public void Pack_every_space_is_there_unless_a_run_starts_with_it() => Generated.Check(Clauses, clauses =>
    {
        foreach (var run in Phonemes.Pack(clauses))
        {
            var shown = Phonemes.Show(run);
            Assert.False(shown.StartsWith(' ') || shown.EndsWith(' ') || shown.Contains("  ", StringComparison.Ordinal), shown);
        }
    });

    [Fact]
    public void Pack_runs_keep_to_their_limits() => Generated.Check(Clauses, clauses =>
    {
        var limits = RunLimits.Default;
        var runs = Phonemes.Pack(clauses);
        var longestClause = clauses.Select(clause => clause.Parts.Sum(Piece.CountIds)).Append(0).Max();
        Assert.Equal(Enumerable.Range(0, runs.Length), runs.Select(run => run.Index));
        Assert.All(runs, run => Assert.InRange(run.Ids.Length - 2, 1, TokenRun.MostIds));
        if (longestClause <= limits.Most)
            Assert.All(runs, run => Assert.InRange(run.Ids.Length - 2, 1, limits.Most + (2 * limits.Least)));
        if (longestClause <= TokenRun.MostIds - (2 * limits.Least))
            Assert.All(runs.Take(runs.Length == 2 ? 1 : runs.Length), run => Assert.True(run.Ids.Length - 2 >= limits.Least - 1 || runs.Length == 1));
    });

    [Fact]
    public void Pack_words_keep_their_ranges_in_order() => Generated.Check(Clauses, clauses =>
    {
        // A word that was cut inside stands there several times; its neighbours in a clause have other ranges.
        var expected = clauses
            .Select(clause => clause.Parts.Where(part => part.IsWord && part.Phonemes.Length > 0).Select(part => (part.Source, part.Phonemes)))
            .SelectMany(words => words);
        var said = new Queue<(TextRange Source, string Phonemes)>(
            Phonemes.Pack(clauses).SelectMany(run => run.Words.Select(word => (word.Source, Phonemes.Show(run, word)))));
        foreach (var (source, phonemes) in expected)
        {
            var rest = phonemes;
            while (rest.Length > 0)
            {
                var word = said.Dequeue();
                Assert.Equal(source, word.Source);
                Assert.StartsWith(word.Phonemes, rest);
                rest = rest[word.Phonemes.Length..];
            }
        }

        Assert.Empty(said);
    });

    [Fact]
    public void Pack_is_deterministic() => Generated.Check(Clauses, 50, clauses =>
        Assert.Equal(Phonemes.Pack(clauses).Select(Phonemes.Show), Phonemes.Pack(clauses).Select(Phonemes.Show)));

    private static bool LacksStop(PhonemizedClause clause) =>
        clause.End >= ClauseEnd.ListItem
        && !clause.Parts.Where(part => part.Phonemes.Length > 0).Reverse().TakeWhile(part => !part.IsWord)
            .Any(part => Mark.ClauseEnds.Contains(part.Phonemes));
}
