namespace Kokoro.Actors.Protocol;

/// <summary>Completes the channel of an utterance that could not be spoken to its end.</summary>
public sealed class UtteranceFailedException(SpeechProblem problem) : Exception(problem.Message)
{
    public SpeechProblem Problem { get; } = problem;
}
