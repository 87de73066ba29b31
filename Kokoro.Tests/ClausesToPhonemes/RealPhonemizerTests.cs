using System.Collections.Immutable;
using System.Diagnostics;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.TextToClauses;
using Kokoro.Tests.EngineLink;
using Kokoro.Tests.EngineLink.Faults;

namespace Kokoro.Tests.ClausesToPhonemes;

/// <summary>The phonemizer over real processes with the system's espeak-ng in them.</summary>
public sealed class RealPhonemizerTests : IDisposable
{
    private readonly Engines _engines = new();

    public void Dispose() => _engines.Dispose();

    [Fact]
    public async Task Merged_words_share_a_range_and_marks_stay()
    {
        await using var phonemizer = new Phonemizer(new ChildPhonemeEngineStarter(_engines.Real()));
        var clause = await phonemizer.PhonemizeAsync(Clauses.Of("The end of the \"world\", Dr. Smith!"), Language.AmericanEnglish, CancellationToken.None);
        Assert.Equal("ðɪ ˈɛnd ʌvðə \"wˈɜɹld\", dˈɑktəɹ. smˈɪθ!", clause.ToString());
        Assert.Equal("of the", clause.Parts.Single(part => part.Source == new TextRange(8, 14)).Spoken);
    }

    [Theory]
    [InlineData("en-us", "go home", "ɡˌO hˈOm")]
    [InlineData("en-gb", "go home there", "ɡˌQ hˈQm ðˈɛː")]
    [InlineData("es", "mucho gusto", "mˈuʧo ɣˈusto")]
    [InlineData("fr", "bonjour le monde", "bɔ\u0303ʒˈuʁ lə mˈɔ\u0303d")]
    [InlineData("it", "ciao mondo", "ʧˈao mˈondo")]
    [InlineData("pt", "bom dia", "bˈoŋ ʤˈiæ")]
    [InlineData("hi", "नमस्ते दुनिया", "nəmˈʌsteː dˈʊnɪjˌaː")]
    public async Task Every_language_has_its_voice(string code, string text, string expected)
    {
        await using var phonemizer = new Phonemizer(new ChildPhonemeEngineStarter(_engines.Real()));
        var clause = await phonemizer.PhonemizeAsync(Clauses.Of(text), Language.Find(code), CancellationToken.None);
        Assert.Equal(expected, clause.ToString());
    }

    [Theory]
    [InlineData("en-us", "An A.I. is A.", "ən ˈA ˈI ɪz ˈA.")]
    [InlineData("en-gb", "It is 9 am in the USA", "ɪt ɪz nˈIn ˈA ˈɛm ɪnðə jˈuː ˈɛs ˈA")]
    public async Task Letters_are_read_by_their_names(string code, string text, string expected)
    {
        var language = Language.Find(code);
        await using var phonemizer = new Phonemizer(new ChildPhonemeEngineStarter(_engines.Real()));
        var clause = await phonemizer.PhonemizeAsync(TextCutter.Cut(text, language).Clauses[0], language, CancellationToken.None);
        Assert.Equal(expected, clause.ToString());
    }

    [Fact]
    public async Task Parts_name_the_rules_of_their_words()
    {
        await using var phonemizer = new Phonemizer(new ChildPhonemeEngineStarter(_engines.Real()));
        var clause = await phonemizer.PhonemizeAsync(TextCutter.Cut("Pay $5.", Language.AmericanEnglish).Clauses[0], Language.AmericanEnglish, CancellationToken.None);
        Assert.Equal(["word", "money", "money", ""], clause.Parts.Select(part => part.Rule));
    }

    [Theory]
    [InlineData("it's going to be in the UTF-8 house", "ɪts@0-1 ɡˌo^ʊɪŋ@1-2 təbi@2-4 ɪnðə@4-6 jˌuːtˌiːˈɛf@6-7 ˈe^ɪt@6-7 hˈa^ʊs@7-8")]
    [InlineData("used to be", "jˈuːzd@0-1 tə@1-2 bˈiː@2-3")] // both events point into "to"
    [InlineData("- hello - world '", "@0-1 həlˈo^ʊ@1-2 @2-3 wˈɜːld@3-4 @4-5")]
    [InlineData("naïve 😀 is", "na^ɪˈiːv@0-1 ɡɹˈɪnɪŋ@1-2 fˈe^ɪs@1-2 ɪz@2-3")]
    [InlineData("-", "@0-1")]
    public async Task Groups_carry_the_words_that_espeak_names(string words, string expected)
    {
        await using var engine = await StartAsync();
        Assert.Equal(expected, await DescribeAsync(engine, words));
    }

    /// <summary>Inputs that abort espeak-ng 1.51 as Debian 12 has it: in a word, and in abbreviations with dots.</summary>
    [Theory]
    [InlineData("s'", 140)]
    [InlineData("'s", 200)]
    [InlineData("e.g.", 505)]
    [InlineData("A.B.C.", 745)]
    public async Task Text_that_aborts_espeak_costs_one_child_and_no_more(string unit, int length)
    {
        var engine = await StartAsync();
        try
        {
            await ReadAsync(engine, string.Concat(Enumerable.Repeat(unit, length))[..length]);
        }
        catch (EngineEndedException e)
        {
            Assert.Equal((EngineEndKind.EndedItself, true), (e.End.Kind, e.End.IsEvidence));
            await engine.DisposeAsync();
            engine = await StartAsync();
        }

        Assert.Equal("həlˈo^ʊ@0-1", await DescribeAsync(engine, "hello"));
        await engine.DisposeAsync();
    }

    [Theory]
    [InlineData("s'", 70)]
    [InlineData("'s", 100)]
    [InlineData("w", 1000)]
    public async Task Text_that_aborts_espeak_is_spoken_in_pieces(string unit, int count)
    {
        await using var phonemizer = new Phonemizer(new ChildPhonemeEngineStarter(_engines.Real()));
        var clause = await phonemizer.PhonemizeAsync(Clauses.Of($"say {string.Concat(Enumerable.Repeat(unit, count))} now."), Language.AmericanEnglish, CancellationToken.None);
        Assert.Equal(PhonemizeOutcome.Whole, clause.Outcome);
        Assert.Equal(("sˈA", "nˈW"), (clause.Parts[0].Phonemes, clause.Parts[^2].Phonemes));
        Assert.All(clause.Parts[1..^2], part => Assert.Equal(new TextRange(4, 4 + (unit.Length * count)), part.Source));
    }

    /// <summary>Numbers of which each digit is ten phonemes, and letters that are read by long foreign names.</summary>
    [Theory]
    [InlineData("es", "444444", 21)]
    [InlineData("it", "444", 42)]
    [InlineData("pt", "444444444444", 20)]
    [InlineData("es", "Ʉ", 150)]
    public async Task Words_that_are_more_phonemes_than_their_letters_promise_are_all_read(string code, string word, int count)
    {
        await using var phonemizer = new Phonemizer(new ChildPhonemeEngineStarter(_engines.Real()));
        var alone = (await phonemizer.PhonemizeAsync(Clauses.Of(word), Language.Find(code), CancellationToken.None)).Parts;
        var clause = await phonemizer.PhonemizeAsync(Clauses.Of(string.Join(' ', Enumerable.Repeat(word, count))), Language.Find(code), CancellationToken.None);
        Assert.Equal(alone[^1].Phonemes, clause.Parts[^1].Phonemes);
        Assert.Equal(count, clause.Parts.Select(part => part.Source).Distinct().Count());
        Assert.Equal(alone.Length * count, clause.Parts.Length);
    }

    [Theory]
    [InlineData(Fault.Aborts, 1, PhonemizeOutcome.WholeAfterRestart)]
    [InlineData(Fault.Aborts, 2, PhonemizeOutcome.WordByWord)]
    [InlineData(Fault.Burns, 1, PhonemizeOutcome.WholeAfterRestart)]
    [InlineData(Fault.SleepsInNativeCode, 1, PhonemizeOutcome.Whole)]
    [InlineData(Fault.AnswersGarbage, 2, PhonemizeOutcome.Whole)]
    [InlineData(Fault.AnswersTooLong, 1, PhonemizeOutcome.Whole)]
    [InlineData(Fault.DiesAtStart, 2, PhonemizeOutcome.Whole)]
    public async Task Clause_is_read_in_spite_of_engines_that_fail(Fault fault, int first, PhonemizeOutcome outcome)
    {
        await using var phonemizer = new Phonemizer(new ChildPhonemeEngineStarter(_engines.Faulty(fault, first)));
        var clause = await phonemizer.PhonemizeAsync(Clauses.Of("hello world."), Language.AmericanEnglish, CancellationToken.None);
        Assert.Equal(("həlˈO wˈɜɹld.", outcome), (clause.ToString(), clause.Outcome));
    }

    [Fact]
    public async Task Word_that_ends_every_engine_is_an_error_and_the_next_clause_is_fine()
    {
        await using var phonemizer = new Phonemizer(new ChildPhonemeEngineStarter(_engines.Faulty(Fault.Aborts, 3)));
        var error = await Assert.ThrowsAsync<SpeechException>(() => phonemizer.PhonemizeAsync(Clauses.Of("hello world."), Language.AmericanEnglish, CancellationToken.None));
        Assert.Equal((SpeechErrorCode.WordUnspeakable, new TextRange(0, 5)), (error.Code, error.Place));
        Assert.Equal("ðɪ ˈɛnd.", (await phonemizer.PhonemizeAsync(Clauses.Of("the end."), Language.AmericanEnglish, CancellationToken.None)).ToString());
    }

    [Fact]
    public async Task Engine_that_dies_at_every_start_is_a_clear_error()
    {
        await using var phonemizer = new Phonemizer(new ChildPhonemeEngineStarter(_engines.Faulty(Fault.DiesAtStart)));
        var error = await Assert.ThrowsAsync<SpeechException>(() => phonemizer.StartAsync(CancellationToken.None));
        Assert.Equal((SpeechErrorCode.EngineFailed, true), (error.Code, error.Message.Contains("exit code 7", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Engine_killed_between_clauses_is_replaced()
    {
        var engines = new RememberingStarter(new ChildPhonemeEngineStarter(_engines.Real()));
        await using var phonemizer = new Phonemizer(engines);
        await phonemizer.PhonemizeAsync(Clauses.Of("one."), Language.AmericanEnglish, CancellationToken.None);
        using (var process = Process.GetProcessById(engines.Last!.ProcessId!.Value))
            process.Kill();
        var clause = await phonemizer.PhonemizeAsync(Clauses.Of("hello."), Language.AmericanEnglish, CancellationToken.None);
        Assert.Equal(("həlˈO.", PhonemizeOutcome.Whole), (clause.ToString(), clause.Outcome));
    }

    /// <summary>Prose with every sound of the language and the words that espeak-ng writes with rare symbols.</summary>
    [Theory]
    [InlineData("en-us", "")]
    [InlineData("en-gb", "")]
    public async Task English_loses_no_symbol(string code, string dropped)
    {
        const string Corpus =
            "the beige hue on the waters of the loch impressed all including the french queen before she heard that symphony again just as young arthur wanted "
            + "with tenure suzie'd have all the more leisure for yachting but her publications are no good shaw those twelve beige hooks are joined if i patch a young gooey mouth "
            + "are your grave thoughts the rhythm of a prism button mountain kitten cotton little bottle better water city letter idea near hair poor sure tour fire hour power "
            + "bach van gogh hola jalapeño façade naïve café über llanelli nguyen zhou tsar pneumonia psychology xylophone queue choir colonel lieutenant schedule "
            + "one two three four five six seven eight nine ten eleven twelve hundred thousand million UTF-8 HTML x y z";
        Assert.Equal(dropped, await DroppedAsync(code, Corpus));
    }

    [Theory]
    [InlineData("es", "el pingüino wenceslao hizo kilómetros bajo exhaustiva lluvia y frío añoraba a su querido cachorro")]
    [InlineData("fr", "portez ce vieux whisky au juge blond qui fume un garçon mangeait des œufs aux champignons")]
    [InlineData("pt", "à noite vovô kowalsky vê o ímã cair no pé do pinguim queixoso e vovó põe açúcar no chá de tâmaras do jabuti feliz")]
    [InlineData("hi", "ऋषियों को सताने वाले दुष्ट राक्षसों के राजा रावण का सर्वनाश करने वाले विष्णुवतार भगवान श्रीराम अयोध्या के महाराज दशरथ के बड़े सपुत्र थे")]
    public async Task Other_languages_lose_no_sound(string code, string corpus) => Assert.Equal("", await DroppedAsync(code, corpus));

    /// <summary>Symbols outside of the vocabulary, of which the dental mark and the like are no sounds.</summary>
    private async Task<string> DroppedAsync(string code, string corpus)
    {
        var language = Language.Find(code);
        await using var engine = await StartAsync();
        var dropped = new SortedSet<char>();
        foreach (var word in corpus.Split(' '))
        {
            foreach (var group in await ReadAsync(engine, word, language.EspeakVoice))
                dropped.UnionWith(PhonemeMap.Map(group.Ipa, language).Where(symbol => !Vocabulary.TryGetId(symbol, out _)));
        }

        return string.Concat(dropped);
    }

    private async Task<IPhonemeEngine> StartAsync() => await new ChildPhonemeEngineStarter(_engines.Real()).StartAsync(CancellationToken.None);

    private static Task<ImmutableArray<PhonemeGroup>> ReadAsync(IPhonemeEngine engine, string words, string voice = "en-us") =>
        engine.ReadAsync(new PassageRequest(voice, [.. words.Split(' ')]), CancellationToken.None);

    private static async Task<string> DescribeAsync(IPhonemeEngine engine, string words) =>
        string.Join(' ', (await ReadAsync(engine, words)).Select(group => $"{group.Ipa}@{group.FirstWord}-{group.EndWord}"));

    private sealed class RememberingStarter(ChildPhonemeEngineStarter starter) : IPhonemeEngineStarter
    {
        public ChildPhonemeEngine? Last { get; private set; }

        public async Task<IPhonemeEngine> StartAsync(CancellationToken cancellationToken) =>
            Last = (ChildPhonemeEngine)await starter.StartAsync(cancellationToken);
    }
}
