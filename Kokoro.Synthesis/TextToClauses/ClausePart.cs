namespace Kokoro.Synthesis.TextToClauses;

/// <summary>A word or a mark of a clause, in the order of the text.</summary>
/// <param name="Source">Where it stands in the text as received.</param>
/// <param name="SpaceBefore">Whether white space stood before it; false for the first part of a clause that touches the one before.</param>
public abstract record ClausePart(TextRange Source, bool SpaceBefore);
