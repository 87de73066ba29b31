using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.TextToClauses;
using static Kokoro.Tests.PhonemesToRuns.Phonemes;

namespace Kokoro.Tests.PhonemesToRuns;

public class RunPackerTests
{
    [Fact]
    public void Add_first_clause_of_ten_ids_is_a_run_at_once()
    {
        var packer = new RunPacker(Language.AmericanEnglish);

        var run = Assert.Single(packer.Add(Clause("həlO ·, wɜld ·.")));

        Assert.Equal("həlO, wɜld.", Show(run));
        Assert.Equal((0, 0L, 0L), (run.Index, run.Ids[0], run.Ids[^1]));
        Assert.Empty(packer.Complete());
    }

    [Fact]
    public void Add_first_scrap_takes_the_next_clause()
    {
        var packer = new RunPacker(Language.AmericanEnglish);

        Assert.Empty(packer.Add(Clause("jˈɛs ·,")));
        Assert.Equal("jˈɛs, aɪ dˈu.", Show(Assert.Single(packer.Add(Clause("aɪ dˈu ·.")))));
    }

    [Fact]
    public void Complete_gives_a_scrap_that_is_all_there_is()
    {
        var run = Assert.Single(Pack([Clause("jˈɛs ·.", ClauseEnd.Paragraph)]));

        Assert.Equal("jˈɛs.", Show(run));
    }

    [Fact]
    public void Runs_grow_to_fifty_and_then_a_hundred_ids()
    {
        var runs = Pack(Enumerable.Repeat(OfIds(15), 30));

        Assert.InRange(runs[0].Ids.Length - 2, 10, 25);
        Assert.InRange(runs[1].Ids.Length - 2, 36, 50);
        Assert.All(runs[2..^1], run => Assert.InRange(run.Ids.Length - 2, 86, 100));
        Assert.Equal(Enumerable.Range(0, runs.Length), runs.Select(run => run.Index));
    }

    [Fact]
    public void Run_ends_at_a_sentence_when_half_full()
    {
        var runs = Pack([OfIds(20), OfIds(20), OfIds(15, ClauseEnd.Sentence), OfIds(15), OfIds(20)]);

        Assert.Equal([19, 34, 34], runs.Select(run => run.Ids.Length - 2));
    }

    [Fact]
    public void Run_goes_on_after_a_sentence_when_less_than_half_full()
    {
        var runs = Pack([OfIds(20), OfIds(20, ClauseEnd.Sentence), OfIds(20), OfIds(20)]);

        Assert.Equal([19, 39, 19], runs.Select(run => run.Ids.Length - 2));
    }

    [Fact]
    public void Run_ends_at_a_paragraph_when_a_quarter_full()
    {
        var runs = Pack([OfIds(20), OfIds(20, ClauseEnd.Paragraph), OfIds(20)]);

        Assert.Equal([19, 20, 19], runs.Select(run => run.Ids.Length - 2));
    }

    [Fact]
    public void Last_scrap_joins_the_run_before()
    {
        var runs = Pack([OfIds(20), OfIds(45, ClauseEnd.Sentence), OfIds(5, ClauseEnd.Paragraph)]);

        Assert.Equal([19, 50], runs.Select(run => run.Ids.Length - 2));
    }

    [Fact]
    public void Scrap_takes_a_clause_beyond_the_limit()
    {
        var runs = Pack([OfIds(20), OfIds(48, ClauseEnd.Sentence), OfIds(5), OfIds(98)]);

        Assert.Equal([19, 47, 102], runs.Select(run => run.Ids.Length - 2));
    }

    [Fact]
    public void Later_run_waits_for_the_clause_after_it()
    {
        var packer = new RunPacker(Language.AmericanEnglish);
        packer.Add(OfIds(20));

        Assert.Empty(packer.Add(OfIds(50)));
        Assert.Empty(packer.Add(OfIds(5)));
        Assert.Single(packer.Add(OfIds(20)));
        Assert.Single(packer.Complete());
    }

    [Fact]
    public void Spaces_follow_the_source()
    {
        var runs = Pack([Clause("“ ·hˈI ·” ðˈɛɹ ·—"), Clause("·ju ·."), Clause("əɡˈɛn")]);

        Assert.Equal(["“hˈI” ðˈɛɹ—", "ju. əɡˈɛn"], runs.Select(Show));
    }

    [Fact]
    public void Clauses_of_a_run_are_joined_by_the_space_of_the_second()
    {
        Assert.Equal("a,b", Show(Assert.Single(Pack([Clause("a ·,"), Clause("·b")]))));
        Assert.Equal("a, b", Show(Assert.Single(Pack([Clause("a ·,"), Clause("b")]))));
    }

    [Fact]
    public void Words_name_their_tokens()
    {
        var run = Assert.Single(Pack([Clause("“ ·ab cd ·, e")]));

        Assert.Equal("“ab cd, e", Show(run));
        Assert.Equal([(2, 4), (5, 7), (9, 10)], run.Words.Select(word => (word.FirstToken, word.EndToken)));
        Assert.Equal([new TextRange(2, 4), new(5, 7), new(10, 11)], run.Words.Select(word => word.Source));
    }

    [Fact]
    public void Silent_parts_and_clauses_give_nothing()
    {
        Assert.Empty(Pack([Clause("x= ·.")]));

        var run = Assert.Single(Pack([Clause("a x= b")]));

        Assert.Equal("a b", Show(run));
        Assert.Equal(2, run.Words.Length);
    }

    [Fact]
    public void Clause_over_a_hundred_ids_is_cut_before_a_conjunction()
    {
        var runs = Pack([Clause($"{Words(8)} and=ænd {Words(4)} or=ɔɹ {Words(11)} ·.")]);

        Assert.Equal(2, runs.Length);
        Assert.StartsWith("ɔɹ ", Show(runs[1]));
        Assert.All(runs, run => Assert.InRange(run.Ids.Length - 2, 10, 100));
    }

    [Fact]
    public void Merged_group_that_starts_with_a_conjunction_may_be_cut_before()
    {
        var clause = Clause($"{Words(12)} x {Words(12)}");
        var parts = clause.Parts.SetItem(12, clause.Parts[12] with { Spoken = "and the", Phonemes = "ændðə" });

        Assert.Equal("ændðə", Show(Pack([clause with { Parts = parts }])[1])[..5]);
    }

    [Fact]
    public void Clause_up_to_510_ids_without_a_conjunction_stays_whole()
    {
        var runs = Pack([OfIds(20), OfIds(510)]);

        Assert.Equal([19, 509], runs.Select(run => run.Ids.Length - 2));
    }

    [Fact]
    public void Clause_over_510_ids_is_cut_at_words()
    {
        var runs = Pack([OfIds(1200)]);

        Assert.Equal(3, runs.Length);
        Assert.All(runs, run => Assert.All(run.Words, word => Assert.Equal(4, word.EndToken - word.FirstToken)));
        Assert.Equal(240, runs.Sum(run => run.Words.Length));
    }

    [Fact]
    public void Word_over_510_ids_is_cut_inside_and_keeps_its_range()
    {
        var runs = Pack([Clause("x=" + new string('a', 600))]);

        Assert.Equal(600, runs.Sum(run => run.Ids.Length - 2));
        Assert.Single(runs.SelectMany(run => run.Words).Select(word => word.Source).Distinct());
    }

    [Theory]
    [InlineData("a b", ClauseEnd.Heading, "a b.")]
    [InlineData("a b", ClauseEnd.ListItem, "a b.")]
    [InlineData("“ ·a ·”", ClauseEnd.Paragraph, "“a”.")]
    [InlineData("a ·:", ClauseEnd.ListItem, "a:")]
    [InlineData("a ·? ·”", ClauseEnd.Paragraph, "a?”")]
    [InlineData("a ·, b", ClauseEnd.Paragraph, "a, b.")]
    [InlineData("a b", ClauseEnd.Sentence, "a b")]
    public void Paragraph_without_a_mark_at_its_end_gets_a_full_stop(string clause, ClauseEnd end, string expected) =>
        Assert.Equal(expected, Show(Assert.Single(Pack([Clause(clause, end)]))));

    [Fact]
    public void Run_knows_where_clauses_end_in_it_and_what_it_ends_with()
    {
        var run = Assert.Single(Pack([Clause("a b ·,"), Clause("c", ClauseEnd.Heading), Clause("“ ·d e ·.", ClauseEnd.Sentence)]));

        Assert.Equal("a b, c. “d e.", Show(run));
        Assert.Equal([new RunBreak(2, ClauseEnd.Clause), new(3, ClauseEnd.Heading)], run.Breaks.ToArray());
        Assert.Equal(ClauseEnd.Sentence, run.End);
    }

    [Fact]
    public void Run_of_one_clause_has_no_breaks_and_its_end()
    {
        var runs = Pack([OfIds(20, ClauseEnd.ListItem), OfIds(20, ClauseEnd.Paragraph)]);

        Assert.All(runs, run => Assert.Empty(run.Breaks));
        Assert.Equal([ClauseEnd.ListItem, ClauseEnd.Paragraph], runs.Select(run => run.End));
    }

    [Fact]
    public void Clause_that_is_cut_ends_as_a_clause_before_the_cut_and_as_itself_at_its_end()
    {
        var runs = Pack([Clause($"{Words(12)} and=ænd {Words(12)} ·.", ClauseEnd.Sentence)]);

        Assert.Equal([ClauseEnd.Clause, ClauseEnd.Sentence], runs.Select(run => run.End));
    }

    [Fact]
    public void Symbol_outside_of_the_vocabulary_is_named()
    {
        var packer = new RunPacker(Language.AmericanEnglish);

        Assert.Contains("U+0067", Assert.Throws<ArgumentException>(() => packer.Add(Clause("abcdefghijklm"))).Message);
    }

    [Fact]
    public void Completed_packer_takes_no_more()
    {
        var packer = new RunPacker(Language.AmericanEnglish);
        packer.Complete();

        Assert.Throws<InvalidOperationException>(() => packer.Add(Clause("a")));
        Assert.Throws<InvalidOperationException>(() => packer.Complete());
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("wˈɜd", count));
}
