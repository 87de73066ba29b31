namespace Kokoro.Synthesis.EngineLink;

/// <summary>Samples a working child and kills it when its budget says so. Lasts until it is disposed.</summary>
internal sealed class ChildWatch : IDisposable
{
    private readonly ChildProcess _process;
    private readonly CpuBudget _budget;
    private readonly EngineLinkOptions _options;
    private readonly long _began;
    private readonly ITimer _timer;
    private readonly Lock _sampling = new();
    private CpuWatch _watch;

    public ChildWatch(ChildProcess process, CpuBudget budget, EngineLinkOptions options)
    {
        _process = process;
        _budget = budget;
        _options = options;
        _began = options.Time.GetTimestamp();
        _watch = CpuBudget.Begin(process.CpuTime() ?? TimeSpan.Zero);
        _timer = options.Time.CreateTimer(static self => ((ChildWatch)self!).Sample(), this, options.Limits.SampleEvery, options.Limits.SampleEvery);
    }

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        if (_process.CpuTime() is not { } cpu)
            return;
        KillCause verdict;
        lock (_sampling)
            (_watch, verdict) = _budget.Judge(_watch, new CpuSample(_options.Time.GetElapsedTime(_began), cpu));
        if (verdict == KillCause.None)
            return;
        _options.Log($"engine {_process.Id} is killed: {verdict}");
        _timer.Dispose();
        _process.Kill(verdict);
    }
}
