namespace Kokoro.Synthesis.PhonemesToRuns;

/// <summary>The tokens of one word (or merged group) inside a run.</summary>
/// <param name="Source">Its place in the text as received.</param>
/// <param name="FirstToken">Index of its first token in <see cref="TokenRun.Ids"/>, so never 0, which is the pad.</param>
/// <param name="EndToken">Index after its last token.</param>
public sealed record RunWord(TextRange Source, int FirstToken, int EndToken);
