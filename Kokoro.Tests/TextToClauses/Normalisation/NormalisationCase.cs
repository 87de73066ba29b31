using Kokoro.Synthesis;

namespace Kokoro.Tests.TextToClauses.Normalisation;

/// <summary>One row of the table.</summary>
/// <param name="Line">Its line in the table, from 1.</param>
/// <param name="Row">The row as it is written, with its escapes: fit for a test's name.</param>
/// <param name="Text">What is cut, escapes resolved.</param>
/// <param name="Words">What is said, in order; several words of one source share its range.</param>
/// <param name="LeftOut">What is reported as not spoken, in order.</param>
internal sealed record NormalisationCase(
    int Line,
    string Row,
    Language Language,
    string Text,
    IReadOnlyList<(string Word, TextRange Source)> Words,
    IReadOnlyList<TextRange> LeftOut);
