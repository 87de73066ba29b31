namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>
/// Reads one kind of thing that stands in texts. A pure function; it looks ahead no further than what it takes plus a
/// constant, so that all rules together stay linear.
/// </summary>
internal interface IReadingRule
{
    /// <summary>What people see of it in the table of `kokoro phonemes`.</summary>
    string Name { get; }

    /// <param name="paragraph">Cleaned text, from the start to the end of a paragraph.</param>
    /// <param name="at">Where nothing before has been left unread; not white space.</param>
    /// <returns>Null when it is not of this kind.</returns>
    Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language);
}
