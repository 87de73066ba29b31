using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.PhonemesToRuns;

/// <summary>The end of a clause inside a run: the marks and spaces between two of its words are a pause.</summary>
/// <param name="NextWord">Index of the word after it among the words of the run, so never 0.</param>
public sealed record RunBreak(int NextWord, ClauseEnd End);
