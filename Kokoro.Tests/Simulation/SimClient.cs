using System.Collections.Immutable;
using Kokoro.Actors.Protocol;

namespace Kokoro.Tests.Simulation;

/// <summary>Who asks: with a channel of its own, and a plan of what its text becomes.</summary>
/// <param name="RunsOfClause">How many runs each clause of its text completes.</param>
internal sealed class SimClient(int number, SpeechRequest request, ImmutableArray<int> runsOfClause, CancellationTokenSource gone)
{
    public const int Capacity = 2;

    public int Number => number;

    public SpeechRequest Request => request;

    public ImmutableArray<int> RunsOfClause => runsOfClause;

    public int Runs => runsOfClause.Sum();

    public CancellationTokenSource Gone => gone;

    public SpeakProtocol.Speak? Speak { get; set; }

    public UtteranceId? Utterance { get; set; }

    /// <summary>Refused or accepted; there must be exactly one.</summary>
    public List<object> Answers { get; } = [];

    /// <summary>Pieces in the channel: run and piece.</summary>
    public Queue<(int Run, int Piece)> Channel { get; } = [];

    public List<(int Run, int Piece)> Heard { get; } = [];

    public bool IsComplete { get; private set; }

    public SpeechProblem? Problem { get; private set; }

    public bool IsStalled { get; set; }

    /// <summary>The writer waits for space.</summary>
    public bool IsAwaited { get; set; }

    /// <summary>Completing a second time changes nothing, as with a real channel; completing well after a problem would be a lie that the checks see.</summary>
    public void Complete(SpeechProblem? problem)
    {
        if (IsComplete)
            return;
        IsComplete = true;
        Problem = problem;
    }

    /// <summary>1 to 4 pieces.</summary>
    public static int PiecesOf(int run) => 1 + (run % 4);
}
