using System;
using System.Threading;

namespace Akka.Actor;

/// <summary>
/// Cancels what was scheduled with it. An entry of the system's scheduler is taken out at once, so that it costs nothing any more.
/// </summary>
public class Cancelable : ICancelable, IDisposable
{
    private readonly IActionScheduler _scheduler;
    private readonly Lock _gate = new();
    private CancellationTokenSource _source;
    private Action _onCancel;
    private volatile bool _isCancelled;

    public Cancelable(IScheduler scheduler)
        : this(scheduler.Advanced)
    {
    }

    public Cancelable(IActionScheduler scheduler) => _scheduler = scheduler;

    public Cancelable(IScheduler scheduler, TimeSpan delay)
        : this(scheduler) => CancelAfter(delay);

    public Cancelable(IActionScheduler scheduler, TimeSpan delay)
        : this(scheduler) => CancelAfter(delay);

    public bool IsCancellationRequested => _isCancelled;

    public bool IsDisposed { get; private set; }

    public CancellationToken Token
    {
        get
        {
            lock (_gate)
            {
                if (_source is null)
                {
                    _source = new CancellationTokenSource();
                    if (_isCancelled)
                    {
                        _source.Cancel();
                    }
                }

                return _source.Token;
            }
        }
    }

    public void Cancel() => Cancel(throwOnFirstException: false);

    public void Cancel(bool throwOnFirstException)
    {
        Action onCancel;
        lock (_gate)
        {
            if (_isCancelled)
            {
                return;
            }

            _isCancelled = true;
            onCancel = _onCancel;
            _onCancel = null;
        }

        onCancel?.Invoke();
        _source?.Cancel(throwOnFirstException);
    }

    public void CancelAfter(TimeSpan delay) => _scheduler.ScheduleOnce(delay, Cancel);

    public void CancelAfter(int millisecondsDelay) => CancelAfter(TimeSpan.FromMilliseconds(millisecondsDelay));

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !IsDisposed)
        {
            IsDisposed = true;
            _source?.Dispose();
        }
    }

    /// <summary>For the scheduler: what to do at once on cancellation.</summary>
    internal void OnCancel(Action action)
    {
        lock (_gate)
        {
            if (!_isCancelled)
            {
                _onCancel += action;
                return;
            }
        }

        action();
    }

    internal void Forget(Action action)
    {
        lock (_gate)
        {
            _onCancel -= action;
        }
    }
}
