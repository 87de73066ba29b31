using Kokoro.Synthesis.Models.Graphs;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>Where each phoneme stands between two pauses: vectors [M].</summary>
internal sealed class Phrases
{
    private readonly Phonemes _phonemes;

    /// <remarks>Compares all phonemes with all: 510 tokens make a table of 260,000, far less than one block of spectra costs.</remarks>
    public Phrases(Phonemes phonemes)
    {
        _phonemes = phonemes;
        var g = phonemes.Ids.Graph;
        g.Stage("phrases");
        var place = g.Range(phonemes.Count.Squeeze(0));
        var (row, column) = (place.Unsqueeze(0), place.Unsqueeze(1));
        var pause = phonemes.Pause.Exceeds(g.Scalar(DataType.Float, 0.5)).Unsqueeze(0);
        NextPause = pause.And(row.Exceeds(column)).Where(row, phonemes.Count - 1).MinOfRows();
        LastPause = pause.And(row.IsAtMost(column)).Where(row, g.Ints(0)).MaxOfRows();
    }

    /// <summary>The first pause after it, else the last phoneme.</summary>
    public Value NextPause { get; }

    /// <summary>The last pause at or before it, else the first phoneme.</summary>
    public Value LastPause { get; }

    /// <summary>No vowel follows in the phrase: its last syllable, less the onset.</summary>
    public Value Final => Ahead(_phonemes.Vowel).Below(0.5);

    /// <summary>The vowel that carries the phrase's main accent: its last one with primary stress.</summary>
    public Value Nucleus => _phonemes.Primary * Ahead(_phonemes.Primary).Below(0.5);

    /// <summary>Whether the pause that ends the phrase has an attribute.</summary>
    public Value EndsWith(TokenAttribute boundary) => _phonemes.Of(boundary).Gather(NextPause);

    /// <summary>What the first phoneme of the phrase has.</summary>
    public Value BeginsWith(Value ofPhonemes) => ofPhonemes.Next().Gather(LastPause);

    /// <summary>How many with a flag follow in the phrase, its closing pause included.</summary>
    private Value Ahead(Value flag)
    {
        var sums = flag.CumulativeSum();
        return sums.Gather(NextPause) - sums;
    }
}
