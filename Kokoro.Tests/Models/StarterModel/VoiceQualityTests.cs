using Kokoro.Synthesis.PcmToAudio;

namespace Kokoro.Tests.Models.StarterModel;

/// <summary>What makes the sound a voice in a room and not a machine, and keeps the sounds of neighbouring words apart.</summary>
public class VoiceQualityTests(StarterSession model) : IClassFixture<StarterSession>
{
    private const string Sentence = "stˈɑp ðə kˈæt, ɪts ʌ hˈɑt dˈA.";

    /// <summary>Samples at both ends that are exactly silent: the model's part in joins without clicks.</summary>
    private const int SilentEdge = 120;

    [Theory]
    [InlineData("hˈɑt sˈup.", 3)]
    [InlineData("lˈAt ʃˈOz.", 3)]
    [InlineData("blˈæk sˈut.", 4)]
    public void Speak_stop_before_a_sibilant_of_the_next_word_has_a_closure_of_60_ms(string phonemes, int stop) =>
        Assert.InRange(Closure(phonemes, stop) * 5, 60, 90);

    [Theory]
    [InlineData("hˈɑts ˈup.", 3)]
    [InlineData("hˈɑt lˈup.", 3)]
    public void Speak_other_stops_have_the_closure_of_their_own(string phonemes, int stop) =>
        Assert.InRange(Closure(phonemes, stop) * 5, 30, 55);

    [Fact]
    public void Speak_is_nowhere_digital_silence_but_at_its_edges()
    {
        var samples = model.Speak(Sentence).Samples;

        Assert.All(samples[..SilentEdge], sample => Assert.Equal(0, sample));
        Assert.All(samples[^SilentEdge..], sample => Assert.Equal(0, sample));
        var inside = samples.AsSpan(SilentEdge..^SilentEdge);
        Assert.True(inside.IndexOf(new float[3]) < 0, $"silence after sample {inside.IndexOf(new float[3]) + SilentEdge}");
    }

    [Fact]
    public void Speak_pause_inside_has_the_level_of_a_quiet_room()
    {
        var sound = model.Speak("hˈɑt, hˈɑt.");
        var comma = sound.Start(4);

        var pause = sound.Samples.AsSpan((comma + 15) * Sound.Hop, 15 * Sound.Hop);
        Assert.InRange(Sound.Decibels(pause), -90, -60);
    }

    [Theory]
    [InlineData("hˌu ɪz ɪt?")]
    [InlineData("ʌv, ɪf, ɪf.")]
    public void Speak_pauses_of_a_quiet_run_are_still_silence_to_who_fits_them(string phonemes)
    {
        var sound = model.Speak(phonemes, "af_wren");
        var silence = SilenceMeasure.Of(sound.Samples);

        Assert.InRange(silence.Leading, 55 * 24, 100 * 24);
        Assert.InRange(silence.Trailing, 300 * 24, 420 * 24);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.43, 0.095)]
    [InlineData(0.68, 0.065)]
    public void Speak_periods_of_a_held_vowel_differ_in_height(float pitch, float tract)
    {
        // Flat, without breath and flutter: those change the heights too, by the way in which harmonics move through formants.
        const float Least = -2;
        var sound = model.Speak(StarterSession.Ids("ˈɑɑɑɑɑ."), 1, pitch, Least, tract, Least, 0, 0, Least);
        var peaks = PeriodPeaks(sound, sound.Start(2), sound.Start(5));

        // Without shimmer it is 0.13 to 0.18 dB.
        var shimmer = peaks.Zip(peaks.Skip(1), (peak, next) => Math.Abs(20 * Math.Log10(next / peak))).Average();
        Assert.InRange(shimmer, 0.23, 1);
    }

    /// <summary>With more above 500 Hz it is taken for the vowel before it; a hum at 270 Hz has 0.07.</summary>
    [Theory]
    [InlineData("sˈɪŋ.", "am_aster")]
    [InlineData("lˈɔŋ.", "am_basalt")]
    [InlineData("bˈæŋ.", "af_linden")]
    [InlineData("sˈɪŋ.", "af_wren")]
    public void Speak_end_of_sing_is_a_murmur_and_no_vowel(string phonemes, string voice)
    {
        var sound = model.Speak(phonemes, voice);
        var murmur = sound.Samples[((sound.Start(3) + 6) * Sound.Hop)..((sound.Start(4) - 9) * Sound.Hop)];

        var steps = murmur.Zip(murmur.Skip(1), (sample, next) => next - sample).ToArray();
        Assert.InRange(Sound.Decibels(steps) - Sound.Decibels(murmur), -26, -20);
    }

    /// <summary>A louder one begins like the burst of p or t: those it is then taken for.</summary>
    [Theory]
    [InlineData("am_aster")]
    [InlineData("am_basalt")]
    public void Speak_breath_of_h_is_heard_and_soft(string voice)
    {
        var sound = model.Speak("hˈɪt.", voice);
        var breath = Enumerable.Range(sound.Start(1) + 4, 6).Average(sound.Level);
        var vowel = Enumerable.Range(sound.Start(2), 20).Max(sound.Level);

        Assert.InRange(breath - vowel, -32, -16.5);
    }

    private long Closure(string phonemes, int stop) => model.Speak(phonemes).SegmentFrames[stop * 3];

    /// <summary>The largest sample of each period; the search starts where the last one was found, one period on.</summary>
    private static List<double> PeriodPeaks(Sound sound, int from, int to)
    {
        var peaks = new List<double>();
        var place = from * Sound.Hop;
        var reach = (int)Period();
        while (place < to * Sound.Hop)
        {
            var first = Math.Max(place - reach, 0);
            var window = sound.Samples[first..(place + reach)];
            var peak = window.Max(Math.Abs);
            peaks.Add(peak);
            place = first + Array.FindIndex(window, sample => Math.Abs(sample) == peak) + (int)Math.Round(Period());
            reach = (int)(0.3 * Period());
        }

        return peaks;

        double Period() => 24000 / sound.Pitch[place / Sound.Hop];
    }
}
