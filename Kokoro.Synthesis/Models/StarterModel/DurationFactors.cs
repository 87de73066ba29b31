using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// What stretches and shortens a sound, by rules of the kind of Klatt 1976 ("Linguistic uses of segmental duration in
/// English"). The values were set by hand within the published ranges and kept where they lowered the errors of a speech recogniser.
/// </summary>
internal static class DurationFactors
{
    private const double PrimaryStress = 1.06;
    private const double SecondaryStress = 0.95;
    private const double Unstressed = 0.74;
    private const double Weak = 0.95;
    private const double VowelInFinalSyllable = 1.38;
    private const double ConsonantInFinalSyllable = 1.2;
    private const double BeforeVoiceless = 0.82;
    private const double BeforeVoiced = 1.1;
    private const double BeforePause = 1.1;
    private const double BeforeVowel = 0.9;
    private const double LengthMark = 1.1;
    private const double DiphthongFirst = 0.62;
    private const double DiphthongSecond = 0.8;
    private const double InCluster = 0.84;
    private const double StressedOnset = 1.08;
    private const double BetweenVowels = 0.9;

    /// <summary>Aspiration is long before a stressed vowel ...</summary>
    private const double StressedAspiration = 1.6;

    /// <summary>... nearly none after [s] ("stop") ...</summary>
    private const double AspirationAfterSibilant = 0.15;

    /// <summary>... and short where no voice follows.</summary>
    private const double AspirationInCoda = 0.5;

    /// <summary>[M]: for all segments of a phoneme; 1 for a pause.</summary>
    public static Value Of(Phonemes phonemes, Phrases phrases) =>
        Vowels(phonemes, phrases) * phonemes.Vowel + Consonants(phonemes, phrases) * phonemes.Consonant + phonemes.Pause;

    /// <summary>[M]: once more for the aspiration of a voiceless stop; 1 for all else.</summary>
    public static Value OfAspiration(Phonemes phonemes)
    {
        var stressed = phonemes.Primary.Next();
        var stressedAfterApproximant = phonemes.Approximant.Next() * stressed.Next();
        var afterSibilant = phonemes.Of(TokenAttribute.Sibilant).Previous() * phonemes.AfterSpace.Not();
        var inCoda = phonemes.Vowel.Next().Not() * phonemes.Approximant.Next().Not();
        var factor = (stressed + stressedAfterApproximant).Clip(0, 1).Factor(StressedAspiration)
            * afterSibilant.Factor(AspirationAfterSibilant)
            * inCoda.Factor(AspirationInCoda);
        return phonemes.Of(TokenAttribute.AspiratedStop) * (factor - 1) + 1;
    }

    /// <summary>
    /// [M]: once more for the closure of a voiceless stop before a sibilant of the next word, so that the two are heard apart ("hot
    /// soup"); 1 for all else.
    /// </summary>
    public static Value OfClosure(Phonemes phonemes) =>
        (phonemes.Of(TokenAttribute.AspiratedStop) * phonemes.Of(TokenAttribute.Sibilant).Next() * phonemes.AfterSpace.Next())
        .Factor(VoiceTuning.ClosureBeforeSibilant);

    private static Value Vowels(Phonemes phonemes, Phrases phrases) =>
        (phonemes.Vowel * phonemes.SyllableStress.Above(Phonemes.PrimaryStress)).Factor(PrimaryStress)
        * phonemes.Secondary.Factor(SecondaryStress)
        * phonemes.Unstressed.Factor(Unstressed)
        * phonemes.WeakVowel.Factor(Weak)
        * phrases.Final.Factor(VowelInFinalSyllable)
        * phonemes.Of(TokenAttribute.VoicelessObstruent).Next().Factor(BeforeVoiceless)
        * phonemes.Of(TokenAttribute.VoicedObstruent).Next().Factor(BeforeVoiced)
        * phonemes.Pause.Next().Factor(BeforePause)
        * phonemes.Vowel.Next().Factor(BeforeVowel)
        * phonemes.Long.Factor(LengthMark)
        * phonemes.DiphthongFirst.Factor(DiphthongFirst)
        * phonemes.DiphthongSecond.Factor(DiphthongSecond);

    private static Value Consonants(Phonemes phonemes, Phrases phrases)
    {
        var stressed = phonemes.Primary.Next();
        return phonemes.Consonant.Next().Factor(InCluster)
            * phonemes.Consonant.Previous().Factor(InCluster)
            * stressed.Factor(StressedOnset)
            * (phonemes.Vowel.Next() * stressed.Not()).Factor(BetweenVowels)
            * phrases.Final.Factor(ConsonantInFinalSyllable);
    }
}
