using System.Collections.Immutable;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>What a speech engine runs, and what its self-test showed.</summary>
/// <param name="Model">For people: "starter voice", or the file's name.</param>
/// <param name="ModelHash">SHA-256 as hex.</param>
/// <param name="Software">The inference library with its version.</param>
/// <param name="Threads">Of a wide run.</param>
/// <param name="WideGain">Speed of a wide run over that of a narrow one; null while nobody has measured it.</param>
/// <param name="SelfTestRate">Seconds of audio per second that the self-test made.</param>
/// <param name="ProcessId">Null for an engine in this process.</param>
public sealed record SpeechEngineInfo(
    string Model, string ModelHash, string Software, ImmutableArray<string> Providers, int Threads, double? WideGain, double SelfTestRate, int? ProcessId);
