using System;
using Akka.Actor;
using Akka.Event;

namespace Akka.Pattern;

/// <summary>
/// Supervises one child and makes it again after a pause. Messages pass through to the child, its messages to the supervisor's parent.
/// </summary>
public sealed class BackoffSupervisor : UntypedActor
{
    private readonly BackoffSettings _settings;
    private IActorRef _child;
    private int _restartCount;
    private bool _isStoppingForPause;

    internal BackoffSupervisor(BackoffSettings settings) => _settings = settings;

    public static Props Props(BackoffOptions options) => options.Props;

    protected override void PreStart() => StartChild();

    /// <summary>On failure, a restart is a stop with a pause after it, counted here instead of in the strategy.</summary>
    protected override SupervisorStrategy SupervisorStrategy()
    {
        if (_settings.IsOnStop)
        {
            return _settings.Strategy;
        }

        return new OneForOneStrategy(failure =>
        {
            var directive = _settings.Strategy.Decider.Decide(failure);
            _isStoppingForPause = directive == Directive.Restart;
            return _isStoppingForPause ? Directive.Stop : directive;
        });
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case StartChildNow:
                StartChild();
                break;
            case ResetAfterPeace peace:
                _restartCount = peace.RestartCount == _restartCount ? 0 : _restartCount;
                break;
            case Reset when _settings.AutoReset is null:
                _restartCount = 0;
                break;
            case GetRestartCount:
                Sender.Tell(new RestartCount(_restartCount));
                break;
            case GetCurrentChild:
                Sender.Tell(new CurrentChild(_child));
                break;
            case Terminated terminated when terminated.ActorRef.Equals(_child):
                EndOfChild();
                break;
            default:
                Pass(message);
                break;
        }
    }

    private void StartChild()
    {
        if (_child is not null)
        {
            return;
        }

        _child = Context.Watch(Context.ActorOf(_settings.ChildProps, _settings.ChildName));
        if (_settings.AutoReset is { } peace)
        {
            Schedule(peace, new ResetAfterPeace(_restartCount));
        }
    }

    private void EndOfChild()
    {
        _child = null;
        var pauses = _settings.IsOnStop || _isStoppingForPause;
        _isStoppingForPause = false;
        if (pauses && (_settings.MaxNrOfRetries < 0 || _restartCount < _settings.MaxNrOfRetries))
        {
            Schedule(Pause(), StartChildNow.Instance);
            _restartCount++;
        }
        else
        {
            Context.Stop(Self);
        }
    }

    private TimeSpan Pause()
    {
        var doubled = _settings.MinBackoff.TotalMilliseconds * Math.Pow(2, _restartCount);
        var milliseconds = Math.Min(_settings.MaxBackoff.TotalMilliseconds, doubled);
        return TimeSpan.FromMilliseconds(milliseconds * (1 + (Random.Shared.NextDouble() * _settings.RandomFactor)));
    }

    private void Pass(object message)
    {
        if (_child is not null && Sender.Equals(_child))
        {
            Context.Parent.Forward(message);
        }
        else if (_child is not null)
        {
            _child.Forward(message);
        }
        else if (_settings.ReplyWhileStopped is { } reply)
        {
            Sender.Tell(reply);
        }
        else
        {
            Context.System.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);
        }
    }

    private void Schedule(TimeSpan delay, object message) => Context.System.Scheduler.ScheduleTellOnce(delay, Self, message, Self);

    private sealed record StartChildNow : IDeadLetterSuppression
    {
        internal static readonly StartChildNow Instance = new();
    }

    private sealed record ResetAfterPeace(int RestartCount) : IDeadLetterSuppression;

    /// <summary>Answered with <see cref="CurrentChild"/>.</summary>
    public sealed class GetCurrentChild
    {
        public static readonly GetCurrentChild Instance = new();

        private GetCurrentChild()
        {
        }
    }

    public sealed class CurrentChild
    {
        public CurrentChild(IActorRef @ref) => Ref = @ref;

        /// <summary>Null during a pause.</summary>
        public IActorRef Ref { get; }
    }

    /// <summary>Starts the count anew where that is not done by itself.</summary>
    public sealed class Reset
    {
        public static readonly Reset Instance = new();

        private Reset()
        {
        }
    }

    /// <summary>Answered with <see cref="RestartCount"/>.</summary>
    public sealed class GetRestartCount
    {
        public static readonly GetRestartCount Instance = new();

        private GetRestartCount()
        {
        }
    }

    public sealed class RestartCount
    {
        public RestartCount(int count) => Count = count;

        public int Count { get; }
    }
}
