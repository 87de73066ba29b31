using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>The sounds and pauses of an utterance, M of them, and what is asked about each: vectors [M], flags 0 or 1.</summary>
internal sealed class Phonemes
{
    /// <summary>Secondary stress is 0.5 and primary stress is 1; these are the bounds between none, secondary and primary.</summary>
    public const double SecondaryStress = 0.3;
    public const double PrimaryStress = 0.8;

    /// <summary>Consonants that stress marks are carried over: English has at most three before a vowel, and one may be a glide.</summary>
    private const int LongestOnset = 4;

    /// <summary>N, as [1].</summary>
    public required Value TokenCount { get; init; }

    /// <summary>The token that each phoneme came from.</summary>
    public required Value Tokens { get; init; }

    /// <summary>Vocabulary ids.</summary>
    public required Value Ids { get; init; }

    /// <summary>[M, attributes].</summary>
    public required Value Attributes { get; init; }

    /// <summary>[M, marks].</summary>
    public required Value MarksBefore { get; init; }

    /// <summary>M, as [1].</summary>
    public Value Count => Tokens.Shape();

    public Value Vowel => Of(TokenAttribute.Vowel);

    public Value Pause => Of(TokenAttribute.Pause);

    public Value Consonant => Vowel.Not() - Pause;

    public Value Approximant => Of(TokenAttribute.Approximant);

    public Value WeakVowel => Vowel * Of(TokenAttribute.Weak);

    /// <summary>A space stands before it.</summary>
    public Value AfterSpace => Before(TokenAttribute.Space).Clip(0, 1);

    /// <summary>A length mark follows.</summary>
    public Value Long => After(TokenAttribute.Length).Clip(0, 1);

    /// <summary>A nasal tilde follows.</summary>
    public Value Nasalised => After(TokenAttribute.NasalTilde).Clip(0, 1);

    /// <summary>First half of a diphthong of two letters: the two must touch.</summary>
    public Value DiphthongFirst =>
        Of(TokenAttribute.DiphthongFirst) * Of(TokenAttribute.DiphthongSecond).Next()
        * (Before(TokenAttribute.Stress) + AfterSpace).Clip(0, 1).Next().Not();

    public Value DiphthongSecond => DiphthongFirst.Previous();

    /// <summary>Of vowels: 1 primary, 0.5 secondary. A mark before consonants lands on the vowel after them.</summary>
    public Value Stress
    {
        get
        {
            var mark = Before(TokenAttribute.Stress);
            var (stress, carried) = (mark * Vowel, mark * Consonant);
            for (var i = 0; i < LongestOnset; i++)
            {
                var arriving = carried.Previous();
                (stress, carried) = (stress + arriving * Vowel, arriving * Consonant);
            }

            return stress.Clip(0, 1);
        }
    }

    /// <summary><see cref="Stress"/>, which the second half of a diphthong takes from the first.</summary>
    public Value SyllableStress => Stress.Max(DiphthongSecond * Stress.Previous());

    public Value Primary => Stress.Above(PrimaryStress);

    public Value Secondary => Vowel * SyllableStress.Below(PrimaryStress) * SyllableStress.Above(SecondaryStress);

    /// <summary>A vowel without stress that is not short by nature.</summary>
    public Value Unstressed => Vowel * SyllableStress.Below(SecondaryStress) * Of(TokenAttribute.Weak).Not();

    /// <summary>No vowel, glide or liquid follows.</summary>
    public Value InCoda => (Vowel.Next() + Approximant.Next()).Clip(0, 1).Not();

    /// <summary>1 where the symbol of the vocabulary stands.</summary>
    public Value Are(char symbol) =>
        Vocabulary.TryGetId(symbol, out var id)
            ? Ids.IsEqual(id).ToFloat()
            : throw new InvalidOperationException($"a rule names '{symbol}', which is not in Kokoro's vocabulary");

    public Value Of(TokenAttribute attribute) => Column(Attributes, (int)attribute);

    /// <summary>How much of a mark stands between a phoneme and the one before it.</summary>
    public Value Before(TokenAttribute mark) => Column(MarksBefore, mark - TokenAttribute.Stress);

    /// <summary>How much of a mark stands between a phoneme and the next one.</summary>
    public Value After(TokenAttribute mark) => Before(mark).Next();

    private static Value Column(Value table, int index) => table.Columns(index, 1).Squeeze(1);
}
