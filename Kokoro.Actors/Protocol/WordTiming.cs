namespace Kokoro.Actors.Protocol;

/// <summary>When a word is heard.</summary>
/// <param name="Start">Its first UTF-16 code unit in the text as received.</param>
/// <param name="End">The one after its last.</param>
/// <param name="From">Seconds from the first sample of the utterance to its first sound.</param>
/// <param name="To">Seconds from the first sample of the utterance to its end.</param>
/// <param name="Spoken">False for what was left out, whose times are both those of the place where it would be heard.</param>
/// <param name="Estimated">Whether the times are guessed, since the model tells none.</param>
public sealed record WordTiming(int Start, int End, double From, double To, bool Spoken = true, bool Estimated = false);
