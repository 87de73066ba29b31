using System;
using System.Threading;
using System.Threading.Tasks;

namespace Akka.Actor;

/// <summary>The sender of an Ask: takes one answer, until a timeout or a cancellation. What else comes, unless it was cancelled, is a dead letter.</summary>
internal sealed class FutureActorRef<T> : MinimalActorRef
{
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeSpan _timeout;
    private CancellationTokenRegistration _cancellation;
    private Timer _timer;
    private ActorPath _path;

    internal FutureActorRef(IActorRefProvider provider, TimeSpan timeout)
    {
        Provider = provider;
        _timeout = timeout;
    }

    /// <summary>Made only when somebody looks at it.</summary>
    public override ActorPath Path => _path ?? Interlocked.CompareExchange(ref _path, Provider.TempPath(), null) ?? _path;

    public override IActorRefProvider Provider { get; }

    internal Task<T> Result => _result.Task;

    internal void Arm(CancellationToken cancellationToken)
    {
        if (_timeout > TimeSpan.Zero)
        {
            _timer = new Timer(static state => ((FutureActorRef<T>)state).TimeOut(), this, _timeout, Timeout.InfiniteTimeSpan);
        }

        if (cancellationToken.CanBeCanceled)
        {
            _cancellation = cancellationToken.UnsafeRegister(static (state, token) => ((FutureActorRef<T>)state).CancelWith(token), this);
        }
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
        var isTaken = message switch
        {
            T answer => _result.TrySetResult(answer),
            Status.Failure failure => _result.TrySetException(failure.Cause ?? new TaskCanceledException("Status.Failure without a cause")),
            _ => Refuse(message),
        };
        if (isTaken)
        {
            Disarm();
        }
        else if (!_result.Task.IsCanceled)
        {
            Provider.DeadLetters.Tell(message, this);
        }
    }

    private bool Refuse(object message)
    {
        if (_result.TrySetException(new ArgumentException(
            $"Received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]")))
        {
            Disarm();
        }

        return false;
    }

    private void TimeOut()
    {
        if (_result.TrySetException(new AskTimeoutException($"Timeout after {_timeout.TotalSeconds:0.00} seconds")))
        {
            Disarm();
        }
    }

    private void CancelWith(CancellationToken token)
    {
        if (_result.TrySetCanceled(token))
        {
            _timer?.Dispose();
        }
    }

    private void Disarm()
    {
        _timer?.Dispose();
        _cancellation.Unregister();
    }
}
