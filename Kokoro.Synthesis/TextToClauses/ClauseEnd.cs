namespace Kokoro.Synthesis.TextToClauses;

/// <summary>How strong the break after a clause is; a stronger one is the better place to end a run.</summary>
public enum ClauseEnd
{
    /// <summary>A mark inside a sentence.</summary>
    Clause,

    /// <summary>The end of a sentence.</summary>
    Sentence,

    /// <summary>The end of a paragraph, or of the text.</summary>
    Paragraph,
}
