using System.Collections.Immutable;
using Kokoro.Actors.Protocol;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Actors.Utterances;

/// <summary>What the utterance's actor learns from what it did itself.</summary>
internal static class UtteranceEvent
{
    public sealed record TextCut(CutText Text);

    public sealed record TextRefused(SpeechProblem Problem);

    public sealed record RunsPacked(ImmutableArray<TokenRun> Runs, bool IsLast);

    /// <summary>The request's token was cancelled.</summary>
    public sealed record Gone(ProblemKind Because);

    /// <summary>The writer failed.</summary>
    public sealed record WriterLost
    {
        public static readonly WriterLost Instance = new();
    }
}
