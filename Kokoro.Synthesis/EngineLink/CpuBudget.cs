namespace Kokoro.Synthesis.EngineLink;

/// <summary>
/// Decides from samples whether a child still works. It counts the child's own processor time, so a busy machine, where a
/// healthy child gets little of it, never makes it look hung.
/// </summary>
/// <param name="MostCpu">Processor time that the work may use.</param>
/// <param name="MostStall">How long the child may use none at all.</param>
/// <param name="MostGap">
/// The most that one gap between samples adds to the stall: after a gap that is longer, it was this program that did not
/// run (a laptop that slept, a stopped process group), and that says nothing about the child.
/// </param>
internal sealed record CpuBudget(TimeSpan MostCpu, TimeSpan MostStall, TimeSpan MostGap)
{
    /// <summary>
    /// All time counts as a stall, whatever processor time is used, and no processor time is too much: for work that is done elsewhere than on the
    /// processor, where the child's other threads may use some at any moment.
    /// </summary>
    public bool CountsAllTime { get; init; }

    public static CpuWatch Begin(TimeSpan cpuNow) => new(new CpuSample(TimeSpan.Zero, cpuNow), cpuNow, TimeSpan.Zero);

    /// <returns>What to look from next time, and why to kill the child, or <see cref="KillCause.None"/>.</returns>
    public (CpuWatch Watch, KillCause Verdict) Judge(CpuWatch watch, CpuSample sample)
    {
        var gap = sample.Elapsed - watch.Last.Elapsed;
        var stalled = sample.Cpu > watch.Last.Cpu && !CountsAllTime ? TimeSpan.Zero : watch.Stalled + (gap < MostGap ? gap : MostGap);
        var next = new CpuWatch(sample, watch.CpuAtStart, stalled);
        if (sample.Cpu - watch.CpuAtStart > MostCpu && !CountsAllTime)
            return (next, KillCause.OverCpuBudget);
        return (next, stalled > MostStall ? KillCause.NoProgress : KillCause.None);
    }
}
