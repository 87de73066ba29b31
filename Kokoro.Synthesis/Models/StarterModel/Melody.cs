using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// The pitch: a line that falls through the phrase, accents on stressed vowels, a tune at the boundary. All in semitones
/// and added up, after the superposition model of Fujisaki and Hirose 1984; the sizes are those of calm reading.
/// </summary>
internal static class Melody
{
    // The line, from the start to the end of a phrase.
    private const double Start = 2.4;
    private const double StartOfExclamation = 1.2;
    private const double StartOfQuestion = -0.8;
    private const double End = -3.4;
    private const double EndAtComma = 1.2;
    private const double EndOfQuestion = 2;

    // Accents on vowels. The nucleus is the last primary stress of the phrase; in a question it is low, and the rise follows.
    private const double NoStress = -1;
    private const double Primary = 4.6;
    private const double Secondary = 1.6;
    private const double Nucleus = 1.8;
    private const double NucleusOfExclamation = 2.5;
    private const double NucleusOfQuestion = -4.5;

    /// <summary>Voiceless obstruents raise the pitch around them, voiced ones lower it.</summary>
    private const double Obstruent = 0.8;

    // The boundary, in full at the end of the phrase and growing over its last frames.
    private const double Boundary = -3;
    private const double BoundaryQuestion = 13;
    private const double BoundaryComma = 7;
    private const double BoundaryStop = -2.5;
    private const double BoundaryExclamation = -3.5;
    private const double BoundaryFrames = 44;

    /// <summary>Frames of 5 ms over which the sum is smoothed; vowels count most, since the pitch of the rest is hardly heard.</summary>
    private const int SmoothFrames = 31;
    private const double ConsonantWeight = 0.35;
    private const double PauseWeight = 0.02;

    /// <summary>Slow drift of the pitch, a share of it, as three sines (Klatt and Klatt 1990).</summary>
    private const double Flutter = 0.0035;
    private static readonly double[] FlutterHertz = [12.7, 7.1, 4.7];

    /// <summary>Hz.</summary>
    private const double Lowest = 55;
    private const double Highest = 520;

    /// <summary>[T]: Hz.</summary>
    public static Value Pitch(Phonemes phonemes, Phrases phrases, Timing timing, Style style)
    {
        phonemes.Ids.Graph.Stage("melody");
        var tunes = new PhraseTunes(phonemes, phrases);
        var intonation = Line(phrases, tunes, timing)
            + timing.PerFrame(Accents(phonemes, phrases, tunes))
            + timing.PerFrame(Obstruents(phonemes))
            + BoundaryTunes(phrases, tunes, timing);
        var semitones = Smooth(intonation * style.Scale(StyleParameter.Range) + Tones(phonemes, timing), phonemes, timing);
        return (style.Pitch * (semitones / 12).Exp2() * Drift(timing, style)).Clip(Lowest, Highest);
    }

    private static Value Line(Phrases phrases, PhraseTunes tunes, Timing timing)
    {
        var start = Start + tunes.Exclamation * StartOfExclamation + tunes.Question * StartOfQuestion;
        var end = End + tunes.Comma * EndAtComma + tunes.Question * EndOfQuestion;

        var phraseStart = PhraseStart(phrases, timing);
        var length = (PhraseEnd(phrases, timing) - phraseStart).Max(1);
        var place = ((timing.FrameIndex - timing.PerFrame(phraseStart)) / timing.PerFrame(length)).Clip(0, 1);
        return timing.PerFrame(start) + place * (timing.PerFrame(end) - timing.PerFrame(start));
    }

    private static Value Accents(Phonemes phonemes, Phrases phrases, PhraseTunes tunes)
    {
        var nucleus = phrases.Nucleus;
        return phonemes.Vowel
            * (NoStress
                + phonemes.Primary * Primary
                + phonemes.Secondary * Secondary
                + nucleus * Nucleus
                + nucleus * tunes.Exclamation * NucleusOfExclamation
                + nucleus * tunes.Question * NucleusOfQuestion);
    }

    private static Value Obstruents(Phonemes phonemes) =>
        phonemes.Of(TokenAttribute.VoicelessObstruent) * Obstruent - phonemes.Of(TokenAttribute.VoicedObstruent) * Obstruent;

    private static Value BoundaryTunes(Phrases phrases, PhraseTunes tunes, Timing timing)
    {
        var tune = Boundary
            + tunes.Question * BoundaryQuestion
            + tunes.Comma * BoundaryComma
            + tunes.Stop * BoundaryStop
            + tunes.Exclamation * BoundaryExclamation;
        var left = timing.PerFrame(PhraseEnd(phrases, timing)) - timing.FrameIndex;
        return (1 - left / BoundaryFrames).Clip(0, 1) * timing.PerFrame(tune);
    }

    /// <summary>What tone marks ask of the vowel before them, straight from its start to its end.</summary>
    private static Value Tones(Phonemes phonemes, Timing timing)
    {
        var start = timing.PerFrame(phonemes.After(TokenAttribute.ToneAtStart) * phonemes.Vowel);
        var end = timing.PerFrame(phonemes.After(TokenAttribute.ToneAtEnd) * phonemes.Vowel);
        var place = (timing.FrameIndex - timing.PerFrame(timing.PhonemeStarts).ToFloat())
            / timing.PerFrame(timing.PhonemeFrames).ToFloat().Max(1);
        return start + place.Clip(0, 1) * (end - start);
    }

    private static Value Smooth(Value semitones, Phonemes phonemes, Timing timing)
    {
        var weight = timing.PerFrame(phonemes.Vowel)
            + timing.PerFrame(phonemes.Consonant) * ConsonantWeight
            + timing.PerFrame(phonemes.Pause) * PauseWeight;
        return semitones.Unsqueeze(0, 1).WeightedSmooth(weight.Unsqueeze(0, 1), SmoothFrames).Reshape(-1);
    }

    private static Value Drift(Timing timing, Style style)
    {
        var sines = Array.ConvertAll(
            FlutterHertz, hertz => (timing.FrameIndex * (2 * Math.PI * hertz * FrameGrid.FrameMilliseconds / 1000)).Sin());
        return 1 + sines.Aggregate((sum, sine) => sum + sine) * Flutter * style.Scale(StyleParameter.Flutter);
    }

    /// <summary>[M]: the frame at which the pause before the phrase ends.</summary>
    private static Value PhraseStart(Phrases phrases, Timing timing) => timing.PhonemeEnds.Gather(phrases.LastPause).ToFloat();

    /// <summary>[M]: the frame at which the pause after the phrase starts.</summary>
    private static Value PhraseEnd(Phrases phrases, Timing timing) => timing.PhonemeStarts.Gather(phrases.NextPause).ToFloat();
}
