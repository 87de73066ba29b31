namespace Kokoro.Synthesis.EngineLink;

/// <summary>What the budget remembers between two samples.</summary>
/// <param name="CpuAtStart">Processor time the child had used before this work.</param>
/// <param name="Stalled">For how long it has used none.</param>
internal readonly record struct CpuWatch(CpuSample Last, TimeSpan CpuAtStart, TimeSpan Stalled);
