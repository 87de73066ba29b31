using Kokoro.Synthesis;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.Pipeline;

/// <summary>
/// A join is click-free when the energy above 6 kHz in the 2 ms around it is at most the 95th percentile of such windows
/// in the 100 ms on both sides.
/// </summary>
public sealed class JoinTests(SpeakerFixture speaker) : IClassFixture<SpeakerFixture>
{
    private const int Side = 2400;

    private const string Page =
        "The ferry left the harbour at seven, a little late, because the captain had been waiting for two crates of oranges. "
        + "Nobody minded; the sea was flat, the deck was warm, and somebody had brought a radio. By noon the island came up out of the haze: "
        + "first a grey line, then a hill with a white house on it, and at last the long stone pier where my aunt was standing in her yellow coat.";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Speak_a_page_no_join_clicks(float speed)
    {
        var runs = await SpeakAsync(Page, speed);

        var (sound, joins) = Join(runs);

        Assert.True(joins.Count >= 3, $"only {joins.Count} joins to listen to");
        Assert.All(joins, join => Assert.True(IsClickFree(sound, join), $"a click at sample {join}"));
    }

    /// <summary>The measure itself must hear a click: the same runs, cut off in the middle of their sounds.</summary>
    [Fact]
    public async Task Measure_runs_cut_off_while_they_sound_are_heard_as_clicks()
    {
        var runs = (await SpeakAsync(Page, 1)).Select(run => run with { Samples = CutAtLoudest(run.Samples) }).ToList();

        var (sound, joins) = Join(runs);

        Assert.Contains(joins, join => !IsClickFree(sound, join));
    }

    private async Task<List<PcmRun>> SpeakAsync(string text, float speed)
    {
        var pipeline = await speaker.OpenAsync(speed);
        return await pipeline.SpeakAsync(TextCutter.Cut(text, Language.AmericanEnglish), CancellationToken.None).ToListAsync();
    }

    private static (float[] Sound, List<int> Joins) Join(IEnumerable<PcmRun> runs)
    {
        var sound = new List<float>();
        var joins = new List<int>();
        foreach (var run in runs)
        {
            if (sound.Count > 0)
                joins.Add(sound.Count);
            sound.AddRange(run.Samples);
        }

        return ([.. sound], joins);
    }

    private static bool IsClickFree(float[] sound, int join)
    {
        var around = Enumerable.Range(-Side / HighBand.Window, 2 * Side / HighBand.Window)
            .Select(step => join + step * HighBand.Window)
            .Where(start => start >= 0 && start + HighBand.Window <= sound.Length)
            .Select(start => HighBand.Energy(sound, start))
            .Order()
            .ToArray();
        return HighBand.Energy(sound, join - HighBand.Window / 2) <= around[(int)(around.Length * 0.95)];
    }

    private static float[] CutAtLoudest(float[] samples)
    {
        var loudest = Array.IndexOf(samples, samples.Max());
        return samples[..(loudest + 1)];
    }
}
