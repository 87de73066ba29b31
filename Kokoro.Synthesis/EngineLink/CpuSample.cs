namespace Kokoro.Synthesis.EngineLink;

/// <summary>One look at a working child.</summary>
/// <param name="Elapsed">Time since the work began.</param>
/// <param name="Cpu">Processor time the child has used in all its life, user and system.</param>
internal readonly record struct CpuSample(TimeSpan Elapsed, TimeSpan Cpu);
