namespace Kokoro.Synthesis.TextToClauses;

/// <summary>
/// What a clause ends with, from the weakest break to the strongest: a stronger one is the better place to end a run, and makes
/// a longer pause (<see cref="PcmToAudio.Pauses"/>).
/// </summary>
public enum ClauseEnd
{
    /// <summary>A mark inside a sentence.</summary>
    Clause,

    /// <summary>The end of a sentence.</summary>
    Sentence,

    /// <summary>The end of a list item, or of what introduces a list, with an item after it.</summary>
    ListItem,

    /// <summary>The end of a heading.</summary>
    Heading,

    /// <summary>The end of any other paragraph, or of the text.</summary>
    Paragraph,
}
