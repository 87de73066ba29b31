namespace Kokoro.Actors.Protocol;

/// <summary>Where the time before the first sound went.</summary>
/// <param name="Phonemes">From admission until the first run was packed.</param>
/// <param name="Queue">From then until an engine took it.</param>
/// <param name="Run">The run itself.</param>
public sealed record FirstAudioTiming(TimeSpan Phonemes, TimeSpan Queue, TimeSpan Run);
