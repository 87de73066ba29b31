namespace Kokoro.Host.Download;

/// <summary>Cancels what waits for a server that sends nothing.</summary>
internal sealed class StallWatch : IDisposable
{
    private readonly CancellationTokenSource _cancel;
    private readonly ITimer _timer;
    private readonly TimeSpan _after;

    public StallWatch(DownloadOptions options, CancellationToken cancellationToken)
    {
        _after = options.StalledAfter;
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _timer = options.Time.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), _cancel, _after, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _cancel.Token;

    /// <summary>Something came, or is asked for.</summary>
    public void Restart() => _timer.Change(_after, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _timer.Dispose();
        _cancel.Dispose();
    }
}
