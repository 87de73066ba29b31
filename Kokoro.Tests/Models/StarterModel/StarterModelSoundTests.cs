using Kokoro.Synthesis.Models.StarterModel;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Tests.Models.StarterModel;

public class StarterModelSoundTests(StarterSession model) : IClassFixture<StarterSession>
{
    private const string Sentence = "ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˌOvəɹ ðə lˈAzi dˈɑɡ.";

    /// <summary>Known symbols whose own sound is nothing: pauses, marks, and the glottal stop, which is a gap.</summary>
    private const string Silent = ";:,.!?—…\"()“” \u0303ᵝʔˈˌː↓→↗↘";

    /// <summary>The limiter's ceiling.</summary>
    private const float Ceiling = 0.97001f;

    /// <summary>Of even noise, that is the square root of 3 times its rms.</summary>
    private static readonly float NoiseFloorPeak = (float)(VoiceTuning.NoiseFloorLevel * Math.Sqrt(3)) * 1.001f;

    [Fact]
    public void Speak_same_input_twice_in_two_sessions_and_on_two_threads_gives_the_same_samples()
    {
        var ids = StarterSession.Ids(Sentence);
        var first = model.Speak(ids);

        using var other = new StarterSession(StarterModelBuilder.Build(), threads: 2);
        Assert.True(first.Samples.AsSpan().SequenceEqual(model.Speak(ids).Samples));
        Assert.True(first.Samples.AsSpan().SequenceEqual(other.Speak(ids).Samples));
    }

    [Fact]
    public void Speak_any_id_gives_finite_bounded_samples_of_the_length_its_durations_say()
    {
        const long Vowel = 43;
        foreach (var ids in Enumerable.Range(0, Vocabulary.Size).Chunk(20))
            AssertSound(model.Speak([0, .. ids.SelectMany(id => (long[])[id, Vowel, id]), 0]), tokens: 3 * ids.Length + 2);
    }

    [Theory]
    [InlineData(1, new long[] { 0 })]
    [InlineData(1, new long[] { 0, 0, 0, 0 })]
    [InlineData(1, new long[] { 43 })]
    [InlineData(1, new long[] { 156 })]
    [InlineData(1, new long[] { 156, 158, 16, 17 })]
    [InlineData(1, new long[] { 0, 43, -5, 178, long.MaxValue, 0 })]
    [InlineData(0.25, new long[] { 0, 50, 86, 54, 31, 0 })]
    [InlineData(4, new long[] { 0, 50, 86, 54, 31, 0 })]
    [InlineData(0, new long[] { 0, 50, 86, 54, 31, 0 })]
    [InlineData(1e30, new long[] { 0, 50, 86, 54, 31, 0 })]
    public void Speak_odd_input_gives_finite_bounded_samples_of_the_length_its_durations_say(float speed, long[] ids) =>
        AssertSound(model.Speak(ids, speed), ids.Length);

    [Fact]
    public void Speak_512_random_ids_in_a_wild_style_gives_finite_bounded_samples()
    {
        var random = new Random(7);
        var ids = Enumerable.Range(0, 512).Select(_ => (long)random.Next(Vocabulary.Size)).ToArray();
        var style = Enumerable.Range(0, 256).Select(_ => (random.NextSingle() - 0.5f) * 18).ToArray();

        AssertSound(model.Speak(ids, 4, style), ids.Length);
    }

    [Fact]
    public void Speak_one_pad_gives_75_ms_of_nothing_but_the_noise_floor()
    {
        var sound = model.Speak([0]);

        Assert.Equal(1800, sound.Samples.Length);
        Assert.InRange(sound.Peak, 0, NoiseFloorPeak);
    }

    [Fact]
    public void Speak_every_symbol_that_is_a_sound_is_heard()
    {
        foreach (var (symbol, id) in Vocabulary.All)
        {
            var peak = model.Speak([0, id, 0]).Peak;
            if (Silent.Contains(symbol.ToString(), StringComparison.Ordinal))
                Assert.True(peak <= NoiseFloorPeak, $"{symbol} should be silent, has peak {peak}");
            else
                Assert.True(peak > 0.002, $"{symbol} is not heard, has peak {peak}");
        }
    }

    [Theory]
    [InlineData("ˈɑ")]
    [InlineData("sˈɪs")]
    [InlineData("ʃˈiʃ")]
    public void Speak_word_starts_and_ends_at_zero_so_that_joins_do_not_click(string phonemes)
    {
        var samples = model.Speak(StarterSession.Ids(phonemes)).Samples;

        Assert.All(samples[..24], sample => Assert.Equal(0, sample));
        Assert.All(samples[^24..], sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void Speak_slower_is_longer()
    {
        var ids = StarterSession.Ids(Sentence);

        Assert.InRange(
            (double)model.Speak(ids, 0.5f).Samples.Length / model.Speak(ids).Samples.Length, 1.8, 2.2);
    }

    [Fact]
    public void Speak_each_voice_has_its_own_pitch_and_a_level_near_the_others()
    {
        var sounds = StarterVoices.All.ToDictionary(
            voice => voice.Id, voice => model.Speak(StarterSession.Ids(Sentence), 1, voice.StyleRow()));

        Assert.All(sounds.Values, sound => Assert.InRange(sound.Rms, 0.06, 0.11));
        var byPitch = sounds.OrderBy(entry => entry.Value.Pitch.Average()).Select(entry => entry.Key);
        Assert.Equal(["am_basalt", "am_aster", "af_linden", "af_wren"], byPitch);
    }

    [Fact]
    public void Speak_question_rises_where_a_statement_falls()
    {
        var statement = model.Speak(StarterSession.Ids("ɪz ɪt tɹˈu."));
        var question = model.Speak(StarterSession.Ids("ɪz ɪt tɹˈu?"));

        var last = (int)statement.Durations[..^2].Sum() * 5 - 3;
        Assert.True(question.Pitch[last] > 1.5 * statement.Pitch[last], $"{question.Pitch[last]} against {statement.Pitch[last]} Hz");
    }

    private static void AssertSound(Sound sound, int tokens)
    {
        Assert.Equal(tokens, sound.Durations.Length);
        Assert.All(sound.Durations, duration => Assert.InRange(duration, 0, long.MaxValue));
        Assert.Equal(sound.Samples.Length, sound.Durations.Sum() * 600);
        Assert.True(Array.TrueForAll(sound.Samples, sample => float.IsFinite(sample) && Math.Abs(sample) <= Ceiling));
    }
}
