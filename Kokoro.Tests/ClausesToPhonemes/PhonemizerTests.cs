using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Tests.ClausesToPhonemes;

/// <summary>What the phonemizer makes of engines that end, over a script.</summary>
public sealed class PhonemizerTests
{
    private static readonly Language Spanish = Language.Find("es");

    [Fact]
    public async Task Clause_is_read_from_mark_to_mark_and_the_marks_return()
    {
        var engines = new ScriptedEngines();
        var clause = await ReadAsync(engines, "uno dos (tres) \"cuatro\", cinco?");
        Assert.Equal(["uno dos", "tres", "cuatro", "cinco"], engines.Asked);
        Assert.Equal("uno dos (tres) \"cuatro\", cinco?", clause.ToString());
        Assert.Equal(PhonemizeOutcome.Whole, clause.Outcome);
    }

    [Fact]
    public async Task Merged_words_share_the_range_of_all_of_them()
    {
        var engines = new ScriptedEngines { Reads = _ => [new("uno", 0, 1), new("dostres", 1, 3)] };
        var clause = await ReadAsync(engines, "uno dos tres.");
        Assert.Equal([("uno", 0, 3, "uno"), ("dostres", 4, 12, "dos tres"), (".", 12, 13, "")], clause.Parts.Select(Describe));
    }

    [Fact]
    public async Task Word_without_a_sound_keeps_its_range()
    {
        var engines = new ScriptedEngines { Reads = _ => [new("uno", 0, 1), new("", 1, 2), new("ˈ", 2, 3)] };
        var clause = await ReadAsync(engines, "uno - '.");
        Assert.Equal([("uno", 0, 3, "uno"), ("", 4, 5, "-"), ("", 6, 7, "'"), (".", 7, 8, "")], clause.Parts.Select(Describe));
        Assert.Equal("uno.", clause.ToString());
    }

    [Fact]
    public async Task Several_groups_of_one_word_share_its_range_with_a_space_between()
    {
        var engines = new ScriptedEngines { Reads = _ => [new("u", 0, 1), new("te", 0, 1)] };
        var clause = await ReadAsync(engines, "ut.");
        Assert.Equal([("u", 0, 2, "ut"), ("te", 0, 2, "ut"), (".", 2, 3, "")], clause.Parts.Select(Describe));
        Assert.Equal("u te.", clause.ToString());
    }

    [Fact]
    public async Task Passage_that_ends_one_engine_is_read_whole_by_the_next()
    {
        var engines = new ScriptedEngines { EndsOn = (_, before) => before == 0 ? ScriptedEngines.Aborted : null };
        var clause = await ReadAsync(engines, "uno dos tres.");
        Assert.Equal(["uno dos tres", "uno dos tres"], engines.Asked);
        Assert.Equal((PhonemizeOutcome.WholeAfterRestart, 2, "uno dos tres."), (clause.Outcome, engines.Started, clause.ToString()));
    }

    [Fact]
    public async Task Passage_that_ends_two_engines_is_read_word_by_word()
    {
        var engines = new ScriptedEngines { EndsOn = (passage, _) => passage.Words.Length > 1 ? ScriptedEngines.Aborted : null };
        var clause = await ReadAsync(engines, "uno dos tres, y.");
        Assert.Equal(["uno dos tres", "uno dos tres", "uno", "dos", "tres", "y"], engines.Asked);
        Assert.Equal((PhonemizeOutcome.WordByWord, 3, "uno dos tres, y."), (clause.Outcome, engines.Started, clause.ToString()));
    }

    [Fact]
    public async Task Word_that_still_ends_the_engine_is_named_by_its_place_and_the_next_clause_is_fine()
    {
        var engines = new ScriptedEngines { EndsOn = (passage, _) => passage.Words.Contains("malo") ? ScriptedEngines.Aborted : null };
        await using var phonemizer = new Phonemizer(engines);
        var error = await Assert.ThrowsAsync<SpeechException>(() => phonemizer.PhonemizeAsync(Clauses.Of("uno malo dos."), Spanish, CancellationToken.None));
        Assert.Equal((SpeechErrorCode.WordUnspeakable, new TextRange(4, 8)), (error.Code, error.Place));
        Assert.DoesNotContain("malo", error.Message);
        Assert.Equal(["uno malo dos", "uno malo dos", "uno", "malo"], engines.Asked);
        Assert.Equal("uno.", (await phonemizer.PhonemizeAsync(Clauses.Of("uno."), Spanish, CancellationToken.None)).ToString());
    }

    [Fact]
    public async Task Single_word_is_tried_twice_and_never_word_by_word()
    {
        var engines = new ScriptedEngines { EndsOn = (_, _) => ScriptedEngines.OverBudget };
        var error = await Assert.ThrowsAsync<SpeechException>(() => ReadAsync(engines, "malo."));
        Assert.Equal((SpeechErrorCode.WordUnspeakable, new TextRange(0, 4)), (error.Code, error.Place));
        Assert.Equal(["malo", "malo"], engines.Asked);
    }

    [Fact]
    public async Task End_from_outside_is_no_evidence_against_the_passage()
    {
        var engines = new ScriptedEngines { EndsOn = (_, before) => before switch { 0 => ScriptedEngines.KilledOutside, 1 => ScriptedEngines.Stalled, _ => null } };
        var clause = await ReadAsync(engines, "uno dos.");
        Assert.Equal((PhonemizeOutcome.Whole, 3), (clause.Outcome, engines.Asked.Count));
    }

    [Fact]
    public async Task Fourth_end_from_outside_is_an_error_that_blames_no_word()
    {
        var engines = new ScriptedEngines { EndsOn = (_, _) => ScriptedEngines.KilledOutside };
        var error = await Assert.ThrowsAsync<SpeechException>(() => ReadAsync(engines, "uno dos."));
        Assert.Equal((SpeechErrorCode.EngineFailed, 4), (error.Code, engines.Asked.Count));
    }

    [Fact]
    public async Task Start_is_tried_three_times()
    {
        var engines = new ScriptedEngines { StartFails = start => start < 2 ? new EngineEndedException(ScriptedEngines.Aborted) : null };
        Assert.Equal("uno.", (await ReadAsync(engines, "uno.")).ToString());
        var never = new ScriptedEngines { StartFails = _ => new EngineEndedException(ScriptedEngines.Aborted) };
        var error = await Assert.ThrowsAsync<SpeechException>(() => ReadAsync(never, "uno."));
        Assert.Equal((SpeechErrorCode.EngineFailed, 3), (error.Code, never.Started));
        Assert.Contains("SIGABRT", error.Message);
    }

    [Fact]
    public async Task Missing_library_is_told_at_once()
    {
        var engines = new ScriptedEngines { StartFails = _ => new SpeechException(SpeechErrorCode.LibraryMissing, "not installed") };
        var error = await Assert.ThrowsAsync<SpeechException>(() => ReadAsync(engines, "uno."));
        Assert.Equal((SpeechErrorCode.LibraryMissing, 1), (error.Code, engines.Started));
    }

    [Fact]
    public async Task Engine_is_disposed_with_the_phonemizer_and_after_each_end()
    {
        var engines = new ScriptedEngines { EndsOn = (_, before) => before == 0 ? ScriptedEngines.Aborted : null };
        await using (var phonemizer = new Phonemizer(engines))
        {
            await phonemizer.PhonemizeAsync(Clauses.Of("uno."), Spanish, CancellationToken.None);
            Assert.Equal(1, engines.Alive);
        }

        Assert.Equal(0, engines.Alive);
    }

    [Fact]
    public async Task Passage_that_fills_what_espeak_keeps_is_read_again_in_halves()
    {
        var engines = new ScriptedEngines { Reads = passage => [.. passage.Words.Select((_, i) => new PhonemeGroup(new string('a', 200), i, i + 1))] };
        var clause = await ReadAsync(engines, "uno dos tres cuatro cinco.");
        Assert.Equal(["uno dos tres cuatro cinco", "uno dos tres", "cuatro cinco"], engines.Asked);
        Assert.Equal(["uno", "dos", "tres", "cuatro", "cinco", ""], clause.Parts.Select(part => part.Spoken));
    }

    [Fact]
    public async Task Long_word_is_read_in_pieces_that_share_its_range()
    {
        var engines = new ScriptedEngines();
        var clause = await ReadAsync(engines, new string('a', 130) + " y.");
        Assert.Equal([60, 60, 10, 1, 1], clause.Parts.Select(part => part.Phonemes.Length));
        Assert.All(clause.Parts.Take(3), part => Assert.Equal(new TextRange(0, 130), part.Source));
    }

    private static async Task<PhonemizedClause> ReadAsync(ScriptedEngines engines, string text)
    {
        await using var phonemizer = new Phonemizer(engines);
        return await phonemizer.PhonemizeAsync(Clauses.Of(text), Spanish, CancellationToken.None);
    }

    private static (string Phonemes, int Start, int End, string Spoken) Describe(PhonemizedPart part) =>
        (part.Phonemes, part.Source.Start, part.Source.End, part.Spoken);
}
