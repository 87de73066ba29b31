using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.PhonemesToRuns;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>Takes the marks out of the tokens and hands each sound what the marks around it say.</summary>
internal static class TokensToPhonemes
{
    /// <param name="inputIds">int64 [1, N]; clamped to the vocabulary.</param>
    public static Phonemes From(Value inputIds, TokenTables tables)
    {
        var g = inputIds.Graph;
        g.Stage("phonemes");
        var ids = inputIds.Reshape(-1).Clip(0, Vocabulary.Size - 1);
        var tokenCount = ids.Shape();
        var table = g.Floats(tables.Attributes, Vocabulary.Size, TokenTables.AttributeCount);
        var attributes = table.Gather(ids);

        // The first token counts as a sound whatever it is, so that there is always one.
        var place = g.Range(tokenCount.Squeeze(0));
        var real = attributes.Columns((int)TokenAttribute.Real, 1).Squeeze(1);
        var tokens = real.Exceeds(g.Scalar(DataType.Float, 0.5)).Or(place.IsEqual(0)).NonZero();

        return new Phonemes
        {
            TokenCount = tokenCount,
            Tokens = tokens,
            Ids = ids.Gather(tokens),
            Attributes = attributes.Gather(tokens),
            MarksBefore = MarksBefore(attributes, tokens),
        };
    }

    /// <summary>[M, marks]: the sums of the mark columns over the tokens between each phoneme and the one before.</summary>
    private static Value MarksBefore(Value attributes, Value tokens)
    {
        const int First = (int)TokenAttribute.Stress;
        var count = TokenTables.AttributeCount - First;
        var sums = attributes.Columns(First, count).CumulativeSum().Gather(tokens);
        return sums - sums.Graph.Concat(0, sums.Graph.Zeros(1, count), sums.Slice(0, 0, -1));
    }
}
