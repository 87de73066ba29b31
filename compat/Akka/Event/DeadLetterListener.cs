using System;
using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs the first dead letters, then rests for a while, so that a flood of them is not a flood of lines.</summary>
internal sealed class DeadLetterListener : ActorBase
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly int _limit;
    private readonly TimeSpan _rest;
    private int _count;
    private TimeSpan? _restUntil;

    public DeadLetterListener()
    {
        var settings = Context.System.Settings;
        _limit = settings.LogDeadLetters;
        _rest = settings.LogDeadLettersSuspendDuration;
    }

    private static TimeSpan Now => Context.System.Scheduler.MonotonicClock;

    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(AllDeadLetters));

    protected override void PostStop() => Context.System.EventStream.Unsubscribe(Self);

    protected override bool Receive(object message)
    {
        if (message is not AllDeadLetters letter)
        {
            return false;
        }

        if (letter is SuppressedDeadLetter || IsResting())
        {
            return true;
        }

        _count++;
        if (_count < _limit)
        {
            Log(letter, "");
        }
        else if (_rest > TimeSpan.Zero)
        {
            Log(letter, $", no more dead letters will be logged in next [{_rest}]");
            _restUntil = Now + _rest;
        }
        else
        {
            Log(letter, ", no more dead letters will be logged");
            Context.Stop(Self);
        }

        return true;
    }

    private bool IsResting()
    {
        if (_restUntil is not { } until)
        {
            return false;
        }

        if (Now < until)
        {
            return true;
        }

        _restUntil = null;
        _count = 0;
        return false;
    }

    private void Log(AllDeadLetters letter, string done) =>
        _log.Info(
            "Message [{0}] from {1} to {2} was {3}. [{4}] dead letters encountered{5}. "
            + "This logging can be turned off or adjusted with configuration settings 'akka.log-dead-letters' and 'akka.log-dead-letters-during-shutdown'.",
            letter.Message.GetType().Name,
            letter.Sender,
            letter.Recipient,
            letter is UnhandledMessage ? "unhandled" : "not delivered",
            _count,
            done);
}
