using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// The phoneme data as the constant tensors that the graph looks ids up in. An id without an entry is silent and takes no time.
/// </summary>
internal sealed class TokenTables
{
    /// <summary>The most segments that a phoneme has.</summary>
    public const int SegmentsPerPhoneme = 3;

    public static readonly int AttributeCount = Enum.GetValues<TokenAttribute>().Length;

    public TokenTables(PhonemeData data)
    {
        var rows = new SegmentRows(data);
        for (var place = 0; place < Milliseconds.Length; place++)
            rows.WriteSilence(SegmentAt(Segments, place));
        Array.Fill(Stretch, 1f);
        foreach (var phoneme in data.Phonemes)
        {
            var id = Id(phoneme.Symbol);
            var attributes = TokenAttributes.Of(phoneme);
            for (var j = 0; j < phoneme.Segments.Length; j++)
            {
                var segment = phoneme.Segments[j];
                var place = id * SegmentsPerPhoneme + j;
                rows.Write(segment, phoneme.Type, SegmentAt(Segments, place));
                rows.WriteDifference(segment, phoneme.Type, SegmentAt(Alternatives, place));
                Milliseconds[place] = (float)(segment.Ms
                    ?? throw new InvalidOperationException($"a segment of '{phoneme.Symbol}' has no ms"));
                Stretch[place] = (float)(segment.Stretch ?? data.Defaults.Stretch!.Value);
                if (j == 0)
                    attributes[(int)TokenAttribute.SecondFormantAtStart] = SegmentAt(Segments, place)[SegmentColumn.Formants + 1];
                attributes[(int)TokenAttribute.SecondFormantAtEnd] = SegmentAt(Segments, place)[SegmentColumn.Formants + 1];
            }

            attributes.CopyTo(Attributes, id * AttributeCount);
        }
    }

    /// <summary>[178, attributes].</summary>
    public float[] Attributes { get; } = new float[Vocabulary.Size * AttributeCount];

    /// <summary>[178, 3, columns].</summary>
    public float[] Segments { get; } = new float[Vocabulary.Size * SegmentsPerPhoneme * SegmentColumn.Count];

    /// <summary>[178, 3, columns]: what is added to the segment where its alternative applies in full.</summary>
    public float[] Alternatives { get; } = new float[Vocabulary.Size * SegmentsPerPhoneme * SegmentColumn.Count];

    /// <summary>[178, 3]: base durations; 0 where there is no segment.</summary>
    public float[] Milliseconds { get; } = new float[Vocabulary.Size * SegmentsPerPhoneme];

    /// <summary>[178, 3]: the share of the duration rules that applies.</summary>
    public float[] Stretch { get; } = new float[Vocabulary.Size * SegmentsPerPhoneme];

    private static Span<float> SegmentAt(float[] table, int place) => table.AsSpan(place * SegmentColumn.Count, SegmentColumn.Count);

    private static int Id(string symbol) =>
        symbol == "$" ? Vocabulary.Pad
        : symbol.Length == 1 && Vocabulary.TryGetId(symbol[0], out var id) ? id
        : throw new InvalidOperationException($"the phoneme data names '{symbol}', which is not in Kokoro's vocabulary");
}
