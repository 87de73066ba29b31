using Kokoro.Synthesis;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Tests.Pipeline;

public sealed class SpeechPipelineTests
{
    private static readonly VoicePack Voice = VoicePack.Uniform(new float[256]);

    /// <summary>Four sentences of more than ten ids each: more than one run.</summary>
    private static readonly CutText Text = TextCutter.Cut(
        "Aaaa bbbb cccc dddd. Eeee ffff hhhh iiii jjjj kkkk. Llll mmmm nnnn oooo pppp qqqq rrrr ssss. Tttt uuuu vvvv wwww xxxx yyyy.",
        Language.AmericanEnglish);

    [Fact]
    public async Task Speak_the_first_run_waits_for_the_first_clause_only()
    {
        var phonemizer = new LetterPhonemizer { HoldFrom = 1 };
        var pipeline = new SpeechPipeline(phonemizer, new SilentModel(), Voice, Language.AmericanEnglish, 1);
        await using var runs = pipeline.SpeakAsync(Text, CancellationToken.None).GetAsyncEnumerator();

        Assert.True(await runs.MoveNextAsync());

        Assert.Equal(0, runs.Current.Index);
        phonemizer.Release();
    }

    [Fact]
    public async Task Speak_every_run_comes_once_and_in_order()
    {
        var pipeline = new SpeechPipeline(new LetterPhonemizer(), new SilentModel(), Voice, Language.AmericanEnglish, 1);

        var runs = await pipeline.SpeakAsync(Text, CancellationToken.None).ToListAsync();

        Assert.Equal(Enumerable.Range(0, runs.Count), runs.Select(run => run.Index));
        Assert.Equal(0, runs[0].Source.Start);
        Assert.True(runs.Count > 1);
    }

    /// <summary>In a model's output without any sound there is no silence that could count for the pause, so all of it comes on top.</summary>
    [Theory]
    [InlineData(1f)]
    [InlineData(2f)]
    public async Task Speak_every_run_after_the_first_begins_with_the_pause_of_the_settings(float speed)
    {
        var pauses = Pauses.OfModel with { Sentence = 0.6 };
        var plain = await LengthsAsync(Pauses.OfModel);

        var paused = await LengthsAsync(pauses);

        Assert.Equal(plain.Select((length, index) => index == 0 ? length : length + pauses.Samples(ClauseEnd.Sentence, speed)!.Value), paused);

        async Task<List<int>> LengthsAsync(Pauses settings)
        {
            var pipeline = new SpeechPipeline(new LetterPhonemizer(), new SilentModel(), Voice, Language.AmericanEnglish, speed, settings);
            var runs = await pipeline.SpeakAsync(Text, CancellationToken.None).ToListAsync();
            return runs.ConvertAll(run => run.Samples.Length);
        }
    }

    [Fact]
    public async Task Speak_a_clause_that_fails_ends_with_its_error_after_what_came_before()
    {
        var failure = new SpeechException(SpeechErrorCode.WordUnspeakable, "no");
        var pipeline = new SpeechPipeline(new LetterPhonemizer { FailAt = 3, Failure = failure }, new SilentModel(), Voice, Language.AmericanEnglish, 1);
        var heard = new List<int>();

        var thrown = await Assert.ThrowsAsync<SpeechException>(async () =>
        {
            await foreach (var run in pipeline.SpeakAsync(Text, CancellationToken.None))
                heard.Add(run.Index);
        });

        Assert.Same(failure, thrown);
        Assert.NotEmpty(heard);
    }

    [Fact]
    public async Task Speak_a_run_that_fails_ends_with_its_error_and_none_is_skipped()
    {
        var failure = new SpeechException(SpeechErrorCode.EngineFailed, "no");
        var pipeline = new SpeechPipeline(new LetterPhonemizer(), new SilentModel { FailAt = 1, Failure = failure }, Voice, Language.AmericanEnglish, 1);
        var heard = new List<int>();

        var thrown = await Assert.ThrowsAsync<SpeechException>(async () =>
        {
            await foreach (var run in pipeline.SpeakAsync(Text, CancellationToken.None))
                heard.Add(run.Index);
        });

        Assert.Same(failure, thrown);
        Assert.Equal([0], heard);
    }

    [Fact]
    public async Task Speak_cancelled_while_a_clause_is_awaited_ends_and_leaves_nothing_waiting()
    {
        using var cancel = new CancellationTokenSource();
        var phonemizer = new LetterPhonemizer { HoldFrom = 0 };
        var pipeline = new SpeechPipeline(phonemizer, new SilentModel(), Voice, Language.AmericanEnglish, 1);
        var speaking = pipeline.SpeakAsync(Text, cancel.Token).ToListAsync().AsTask();
        await phonemizer.Held.WaitAsync(TimeSpan.FromSeconds(10));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => speaking);
    }

    [Fact]
    public async Task Speak_a_text_in_which_no_word_sounds_is_refused()
    {
        var pipeline = new SpeechPipeline(new LetterPhonemizer { IsSilent = true }, new SilentModel(), Voice, Language.AmericanEnglish, 1);

        var refused = await Assert.ThrowsAsync<SpeechException>(async () => await pipeline.SpeakAsync(Text, CancellationToken.None).ToListAsync());

        Assert.Equal(SpeechErrorCode.NothingSpeakable, refused.Code);
    }

    /// <summary>600 samples for each id.</summary>
    private sealed class SilentModel : ISpeechModel
    {
        private int _runs;

        public int FailAt { get; init; } = -1;

        public SpeechException? Failure { get; init; }

        public ModelOutput Run(ReadOnlySpan<long> ids, ReadOnlySpan<float> style, float speed, CancellationToken cancellationToken)
        {
            if (_runs++ == FailAt)
                throw Failure!;
            var durations = new int[ids.Length];
            Array.Fill(durations, 1);
            return new ModelOutput(new float[600 * ids.Length], durations);
        }

        public void Dispose()
        {
        }
    }
}
