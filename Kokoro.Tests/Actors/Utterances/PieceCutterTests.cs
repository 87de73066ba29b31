using Kokoro.Actors.Protocol;
using Kokoro.Actors.Utterances.Writing;
using Kokoro.Synthesis;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.Actors.Utterances;

public sealed class PieceCutterTests
{
    [Fact]
    public void Pieces_are_a_tenth_of_a_second_and_carry_the_words_that_begin_in_them()
    {
        var cutter = new PieceCutter(Pauses.OfModel, 1, [], wantsWords: true);

        var pieces = cutter.Cut(Run(5000, (0, 2399), (2399, 2400), (2400, 4999)), isLast: false);

        Assert.Equal([4800, 4800, 400], pieces.Select(piece => piece.Pcm.Length));
        Assert.Equal([[1, 3], [5], []], pieces.Select(piece => piece.Words.Select(word => word.Start)));
        Assert.Equal(0.1, pieces[1].Words[0].From, 9);
    }

    [Fact]
    public void Times_count_from_the_first_sample_of_the_utterance()
    {
        var cutter = new PieceCutter(Pauses.OfModel, 1, [], wantsWords: true);
        cutter.Cut(Run(24_000, (0, 10)), isLast: false);

        Assert.Equal(1.5, cutter.Cut(Run(24_000, (12_000, 12_010)), isLast: true).SelectMany(piece => piece.Words).Single().From, 9);
    }

    [Fact]
    public void What_is_left_out_is_told_where_it_would_be_heard()
    {
        var cutter = new PieceCutter(Pauses.OfModel, 1, [LeftOut(0), LeftOut(2), LeftOut(9)], wantsWords: true);

        var words = cutter.Cut(Run(2400, (100, 200), (1200, 1300)), isLast: true).Single().Words;

        Assert.Equal([(0, false, 100), (1, true, 100), (2, false, 1200), (3, true, 1200), (9, false, 2400)], words.Select(word => (word.Start, word.Spoken, (int)Math.Round(word.From * 24_000))));
    }

    [Fact]
    public void Without_words_there_are_none()
    {
        var cutter = new PieceCutter(Pauses.OfModel, 1, [LeftOut(0)], wantsWords: false);

        Assert.Empty(cutter.Cut(Run(2400, (0, 10)), isLast: true).Single().Words);
    }

    private static LeftOut LeftOut(int start) => new(new TextRange(start, start + 1), LeftOutReason.Picture);

    /// <param name="words">From and to, in samples; the word with index i stands at 2i + 1 in the text.</param>
    private static PcmRun Run(int samples, params (int From, int To)[] words) => new(
        0, new TextRange(0, 10), [.. Enumerable.Repeat(0.5f, samples)], [.. words.Select((word, i) => new WordTime(new TextRange((2 * i) + 1, (2 * i) + 2), word.From, word.To))]);
}
