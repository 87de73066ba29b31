namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>One row of the attribute table.</summary>
internal static class TokenAttributes
{
    /// <summary>Espeak-ng writes diphthongs with two letters; these come first ...</summary>
    private const string DiphthongFirst = "aeoɔə";

    /// <summary>... and these second.</summary>
    private const string DiphthongSecond = "ɪʊ";

    private const string Sibilants = "sʃ";

    /// <summary>All columns but F2 at start and end, which come from the segments.</summary>
    public static float[] Of(PhonemeEntry phoneme)
    {
        var row = new float[TokenTables.AttributeCount];
        if (phoneme.Type == PhonemeType.Mark)
            WriteMark(phoneme, row);
        else
            WriteSound(phoneme, row);
        return row;
    }

    private static void WriteMark(PhonemeEntry mark, float[] row)
    {
        row[(int)TokenAttribute.Stress] = (float)mark.Stress;
        Set(row, TokenAttribute.Space, mark.Space);
        Set(row, TokenAttribute.Length, mark.Long);
        Set(row, TokenAttribute.NasalTilde, mark.Nasal);
        if (mark.Tone is [var start, var end])
        {
            row[(int)TokenAttribute.ToneAtStart] = (float)start;
            row[(int)TokenAttribute.ToneAtEnd] = (float)end;
        }
    }

    private static void WriteSound(PhonemeEntry phoneme, float[] row)
    {
        var type = phoneme.Type;
        Set(row, TokenAttribute.Real, true);
        Set(row, TokenAttribute.Vowel, type == PhonemeType.Vowel);
        Set(row, TokenAttribute.Pause, type == PhonemeType.Pause);
        Set(row, TokenAttribute.VoicelessObstruent,
            type is PhonemeType.VoicelessStop or PhonemeType.VoicelessFricative or PhonemeType.VoicelessAffricate);
        Set(row, TokenAttribute.VoicedObstruent,
            type is PhonemeType.VoicedStop or PhonemeType.VoicedFricative or PhonemeType.VoicedAffricate);
        Set(row, TokenAttribute.Approximant, type is PhonemeType.Glide or PhonemeType.Liquid);
        Set(row, TokenAttribute.Sonorant, type is PhonemeType.Vowel or PhonemeType.Glide or PhonemeType.Liquid or PhonemeType.Nasal);
        Set(row, TokenAttribute.AspiratedStop, type == PhonemeType.VoicelessStop);
        Set(row, TokenAttribute.Weak, phoneme.Weak);
        Set(row, TokenAttribute.BoundaryStop, phoneme.Boundary == BoundaryTune.Stop);
        Set(row, TokenAttribute.BoundaryQuestion, phoneme.Boundary == BoundaryTune.Question);
        Set(row, TokenAttribute.BoundaryExclamation, phoneme.Boundary == BoundaryTune.Exclamation);
        Set(row, TokenAttribute.BoundaryComma, phoneme.Boundary == BoundaryTune.Comma);
        Set(row, TokenAttribute.AlternativeWhenFront, phoneme.AlternativeWhen == AlternativeWhen.Front);
        Set(row, TokenAttribute.AlternativeInCoda, phoneme.AlternativeWhen == AlternativeWhen.Coda);
        Set(row, TokenAttribute.AlternativeWhenLong, phoneme.AlternativeWhen == AlternativeWhen.Long);
        Set(row, TokenAttribute.DiphthongFirst, DiphthongFirst.Contains(phoneme.Symbol, StringComparison.Ordinal));
        Set(row, TokenAttribute.DiphthongSecond, DiphthongSecond.Contains(phoneme.Symbol, StringComparison.Ordinal));
        Set(row, TokenAttribute.Sibilant, Sibilants.Contains(phoneme.Symbol, StringComparison.Ordinal));
    }

    private static void Set(float[] row, TokenAttribute attribute, bool value) => row[(int)attribute] = value ? 1 : 0;
}
