using Kokoro.Synthesis;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;
using Xunit.Abstractions;

namespace Kokoro.Tests.Pipeline;

/// <summary>The starter model tells its durations, so that what is guessed without them can be held against the truth.</summary>
public sealed class EstimatedTimesTests(SpeakerFixture speaker, ITestOutputHelper output) : IClassFixture<SpeakerFixture>
{
    private const string Page =
        "The ferry left the harbour at seven, a little late, because the captain had been waiting for two crates of oranges. "
        + "Nobody minded; the sea was flat, the deck was warm, and somebody had brought a radio. By noon the island came up out of the haze: "
        + "first a grey line, then a hill with a white house on it, and at last the long stone pier where my aunt was standing in her yellow coat.";

    [Fact]
    public async Task Words_are_guessed_within_a_syllable_of_where_they_are()
    {
        var off = new List<double>();
        var packer = new RunPacker(Language.AmericanEnglish);
        var runs = new List<TokenRun>();
        foreach (var clause in TextCutter.Cut(Page, Language.AmericanEnglish).Clauses)
            runs.AddRange(packer.Add(await speaker.Parts.Phonemizer.PhonemizeAsync(clause, Language.AmericanEnglish, CancellationToken.None)));
        runs.AddRange(packer.Complete());
        foreach (var run in runs)
        {
            var made = speaker.Parts.Model.Run(run.Ids.AsSpan(), speaker.Parts.Voice.StyleRow(run.Ids.Length - 2).Span, 1, CancellationToken.None);
            var (told, guessed) = (RunSpeaker.ToPcm(run, made), RunSpeaker.ToPcm(run, made with { Durations = null }));
            Assert.True(guessed.IsEstimated);
            off.AddRange(told.Words.Zip(guessed.Words, (one, other) => Math.Abs(one.From - other.From) / (double)PcmRun.SampleRate));
        }

        off.Sort();
        output.WriteLine($"{off.Count} words: {off[off.Count / 2]:0.000} s off in the median, {off[off.Count * 95 / 100]:0.000} s at the 95th percentile");
        Assert.InRange(off[off.Count / 2], 0, 0.1);
    }
}
