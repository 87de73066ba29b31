namespace Kokoro.Synthesis.TextToClauses;

/// <summary>Words the refusal of a text without a single word.</summary>
internal static class NothingToSpeak
{
    public static SpeechException In(IReadOnlyList<LeftOut> leftOut, Language language)
    {
        if (leftOut.Count == 0)
            return new SpeechException(SpeechErrorCode.TextEmpty, "the text is empty; give it at least one word");

        var there = leftOut.Select(each => each.Reason).Distinct().Order().Select(reason => reason switch
        {
            LeftOutReason.NotText => "control characters or broken characters",
            LeftOutReason.Picture => "emoji",
            LeftOutReason.OtherScript => "letters of another script",
            _ => "symbols and marks without words",
        });
        return new SpeechException(
            SpeechErrorCode.NothingSpeakable,
            $"the text holds only {string.Join(" and ", there)}, which cannot be spoken in {language.Name}; "
            + $"give it at least one word or number in {language.Script} script, or choose another language");
    }
}
