namespace Kokoro.Actors.Protocol;

/// <summary>Why an utterance was refused or ended.</summary>
/// <param name="Message">One line for a person: what is wrong and what to do instead. Holds no text of the request.</param>
/// <param name="Start">With <paramref name="End"/>: the place in the text as received that is to blame, where one is known.</param>
/// <param name="RetryAfter">When to try again, where that helps.</param>
public sealed record SpeechProblem(ProblemKind Kind, string Message, int? Start = null, int? End = null, TimeSpan? RetryAfter = null);
