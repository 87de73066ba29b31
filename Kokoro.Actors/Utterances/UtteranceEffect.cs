using Kokoro.Actors.Protocol;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Actors.Utterances;

/// <summary>What the utterance's actor has to do.</summary>
internal abstract record UtteranceEffect
{
    public sealed record FindVoice : UtteranceEffect
    {
        public static readonly FindVoice Instance = new();
    }

    /// <summary>Away from the actor's thread; answered by <see cref="UtteranceEvent.TextCut"/> or <see cref="UtteranceEvent.TextRefused"/>.</summary>
    public sealed record CutText(Language Language) : UtteranceEffect;

    public sealed record Accept : UtteranceEffect
    {
        public static readonly Accept Instance = new();
    }

    public sealed record Refuse(SpeechProblem Problem) : UtteranceEffect;

    public sealed record AskClause(Clause Clause, bool IsFirst) : UtteranceEffect;

    /// <summary>Answered by <see cref="UtteranceEvent.RunsPacked"/>, at once.</summary>
    public sealed record Pack(PhonemizedClause Clause, bool IsLast) : UtteranceEffect;

    public sealed record ReserveSlot(int Index, TimeSpan Prepared) : UtteranceEffect;

    public sealed record Submit(OpenRun Run) : UtteranceEffect;

    public sealed record FinishWriter(int Runs) : UtteranceEffect;

    public sealed record FailWriter(SpeechProblem Problem) : UtteranceEffect;

    public sealed record CancelRuns : UtteranceEffect
    {
        public static readonly CancelRuns Instance = new();
    }

    public sealed record CancelClauses : UtteranceEffect
    {
        public static readonly CancelClauses Instance = new();
    }

    public sealed record TellProgress(double Seconds) : UtteranceEffect;

    /// <summary>Nothing is left to do; the reason is in the state.</summary>
    public sealed record Stop : UtteranceEffect
    {
        public static readonly Stop Instance = new();
    }
}
