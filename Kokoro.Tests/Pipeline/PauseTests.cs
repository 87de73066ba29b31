using Kokoro.Host.Cli;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.Pipeline;

/// <summary>The pauses of the starter voice, measured in its sound.</summary>
public sealed class PauseTests(SpeakerFixture speaker) : IClassFixture<SpeakerFixture>
{
    /// <summary>
    /// Every kind of end; words around them start and end with voice, so that a silence is a pause and no part of a consonant.
    /// </summary>
    private const string Page =
        "# My moon\n\nWe are in, on a lawn. Now we may row; you rely on Lee.\n\n"
        + "My menu:\n- one lemon\n- a yellow melon\n\nWe owe you. Who? You, Leonora";

    /// <summary>
    /// Seconds. The voice dies away into breath before a pause; single samples of it are audible for a little longer than its level is.
    /// </summary>
    private const double DyingAway = 0.020;

    /// <summary>All in one run.</summary>
    private static readonly RunLimits OneRun = new() { Least = 400, Second = TokenRun.MostIds, Most = TokenRun.MostIds };

    /// <summary>Every clause in a run of its own.</summary>
    private static readonly RunLimits ClauseRuns = new() { Least = 1, Second = 1, Most = 1 };

    private static readonly Pauses[] Settings =
    [
        Pauses.Default,
        new() { Clause = 0.1, Sentence = 0.2, ListItem = 0.3, Heading = 0.4, Paragraph = 0.6 },
        new() { Clause = 0.9, Sentence = 0.8, ListItem = 0.7, Heading = 1.5, Paragraph = 1.2 },
    ];

    /// <summary>What the model says is the same whatever the pauses are, and is asked for once.</summary>
    private static readonly Dictionary<(RunLimits Limits, float Speed), List<PcmRun>> Spoken = [];

    public static TheoryData<bool, float, int> Cases()
    {
        var cases = new TheoryData<bool, float, int>();
        foreach (var inOneRun in new[] { true, false })
        {
            foreach (var speed in new[] { 1f, 2f })
            {
                for (var setting = 0; setting < Settings.Length; setting++)
                    cases.Add(inOneRun, speed, setting);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Silence_at_every_kind_of_end_is_what_the_settings_say(bool inOneRun, float speed, int setting)
    {
        var said = await SpeakAsync(inOneRun ? OneRun : ClauseRuns, speed, Settings[setting]);

        Assert.Equal(inOneRun ? 1 : said.Boundaries.Count + 1, said.Raw.Count);
        Assert.Equal(Enum.GetValues<ClauseEnd>(), said.Boundaries.Select(boundary => boundary.End).Distinct().Order());
        foreach (var (end, word) in said.Boundaries)
        {
            var wanted = Settings[setting].Samples(end, speed)!.Value / (double)PcmRun.SampleRate;
            Assert.InRange(said.SilenceBefore(word), wanted - DyingAway, wanted + 0.010);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Word_times_are_in_order_and_hold_the_sound_of_their_words(bool inOneRun, float speed, int setting)
    {
        var said = await SpeakAsync(inOneRun ? OneRun : ClauseRuns, speed, Settings[setting]);

        for (var i = 0; i < said.Raw.Count; i++)
        {
            var (raw, fitted) = (said.Raw[i], said.Fitted[i]);
            Assert.Equal(raw.Words.Select(word => word.Source), fitted.Words.Select(word => word.Source));
            var end = 0;
            foreach (var (before, after) in raw.Words.Zip(fitted.Words))
            {
                Assert.InRange(after.From, end, after.To);
                end = after.To;
                Assert.InRange(Energy(fitted.Samples, after), 0.999 * Energy(raw.Samples, before), 1.001 * Energy(raw.Samples, before));
            }

            Assert.InRange(end, 1, fitted.Samples.Length);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Length_grows_by_the_sum_of_what_the_pauses_grow(bool inOneRun)
    {
        var limits = inOneRun ? OneRun : ClauseRuns;
        var said = await SpeakAsync(limits, 1, Settings[0]);
        var more = Settings[0] with { Clause = Settings[0].Clause + 0.1, ListItem = Settings[0].ListItem + 0.25 };
        var longer = await SpeakAsync(limits, 1, more);

        var clauses = said.Boundaries.Count(boundary => boundary.End == ClauseEnd.Clause);
        var items = said.Boundaries.Count(boundary => boundary.End == ClauseEnd.ListItem);
        Assert.Equal(said.Sound.Length + clauses * 2_400 + items * 6_000, longer.Sound.Length);
    }

    [Fact]
    public async Task Pauses_of_the_model_leave_every_run_as_long_as_it_was()
    {
        var said = await SpeakAsync(OneRun, 1, Pauses.OfModel);

        Assert.Equal(said.Raw.Select(run => run.Samples.Length), said.Fitted.Select(run => run.Samples.Length));
        Assert.Equal(said.Raw.SelectMany(run => run.Words), said.Fitted.SelectMany(run => run.Words));
    }

    private async Task<Said> SpeakAsync(RunLimits limits, float speed, Pauses pauses)
    {
        if (!Spoken.TryGetValue((limits, speed), out var spoken))
            Spoken.Add((limits, speed), spoken = await RawAsync(limits, speed));
        var said = new Said();
        int? owed = null;
        foreach (var raw in spoken)
        {
            var fitted = PauseFitter.Fit(raw, owed, pauses, speed);
            owed = fitted.Owed;
            said.Add(raw, fitted.Run);
        }

        return said;
    }

    private async Task<List<PcmRun>> RawAsync(RunLimits limits, float speed)
    {
        var parts = speaker.Parts;
        var runs = await PackAsync(parts.Phonemizer, limits);
        return [.. runs.Select(run => RunSpeaker.Speak(parts.Model, run, parts.Voice.StyleRow(run.Ids.Length - 2).Span, speed, CancellationToken.None))];
    }

    private static async Task<List<TokenRun>> PackAsync(IPhonemizer phonemizer, RunLimits limits)
    {
        var packer = new RunPacker(Language.AmericanEnglish, limits);
        var runs = new List<TokenRun>();
        foreach (var clause in TextCutter.Cut(Page, Language.AmericanEnglish).Clauses)
            runs.AddRange(packer.Add(await phonemizer.PhonemizeAsync(clause, Language.AmericanEnglish, CancellationToken.None)));
        runs.AddRange(packer.Complete());
        return runs;
    }

    private static double Energy(float[] samples, WordTime word) => samples[word.From..word.To].Sum(sample => (double)sample * sample);

    /// <summary>What was said, as the model gave it and as it is heard.</summary>
    private sealed class Said
    {
        /// <summary>50 dB.</summary>
        private const double FarBelow = 0.00316;

        private readonly List<float> _sound = [];
        private readonly List<int> _wordStarts = [];
        private ClauseEnd? _ended;

        public List<PcmRun> Raw { get; } = [];

        public List<PcmRun> Fitted { get; } = [];

        /// <summary>Each end of a clause that has a word after it, with the number of that word.</summary>
        public List<(ClauseEnd End, int Word)> Boundaries { get; } = [];

        public float[] Sound => [.. _sound];

        public void Add(PcmRun raw, PcmRun fitted)
        {
            Raw.Add(raw);
            Fitted.Add(fitted);
            if (_ended is { } end)
                Boundaries.Add((end, _wordStarts.Count));
            Boundaries.AddRange(fitted.Breaks.Select(each => (each.End, _wordStarts.Count + each.NextWord)));
            _ended = fitted.End;
            _wordStarts.AddRange(fitted.Words.Select(word => _sound.Count + word.From));
            _sound.AddRange(fitted.Samples);
        }

        /// <summary>Seconds between the last audible sample before the word and its own first one.</summary>
        public double SilenceBefore(int word)
        {
            // The word's time is rounded, so its sound may begin a little before it; the pause is the silence around a place before that.
            const int Rounding = 480;
            var sound = Sound;
            var energy = Raw.Sum(run => run.Samples.Sum(sample => (double)sample * sample));
            var audible = FarBelow * Math.Sqrt(energy / Raw.Sum(run => run.Samples.Length));
            var inside = _wordStarts[word] - Rounding;
            var from = Array.FindLastIndex(sound, inside, sample => MathF.Abs(sample) > audible);
            var to = Array.FindIndex(sound, inside, sample => MathF.Abs(sample) > audible);
            return (to - from - 1) / (double)PcmRun.SampleRate;
        }
    }
}
