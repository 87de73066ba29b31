using System;
using System.Threading;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private ReceiveTimeoutState _receiveTimeout;

    public TimeSpan? ReceiveTimeout => _receiveTimeout?.Duration;

    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        if (timeout <= TimeSpan.Zero && timeout != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "a receive timeout must be longer than nothing");
        }

        CancelReceiveTimeout();
        _receiveTimeout = timeout is null || timeout == Timeout.InfiniteTimeSpan ? null : new ReceiveTimeoutState(timeout.Value);
    }

    private void CancelReceiveTimeout() => _receiveTimeout?.Cancel();

    private void ScheduleReceiveTimeout()
    {
        if (_receiveTimeout is { } timeout && _handlersUnderWay == 0 && !_mailbox.IsClosed)
        {
            timeout.Schedule(SystemImpl.Scheduler, Self);
        }
    }

    private sealed class ReceiveTimeoutState(TimeSpan duration)
    {
        private Cancelable _pending;

        internal TimeSpan Duration { get; } = duration;

        internal bool IsPending => _pending is not null;

        internal void Cancel()
        {
            _pending?.Cancel();
            _pending = null;
        }

        internal void Schedule(IScheduler scheduler, IActorRef self)
        {
            Cancel();
            _pending = new Cancelable(scheduler);
            scheduler.ScheduleTellOnce(Duration, self, Actor.ReceiveTimeout.Instance, self, _pending);
        }
    }
}
