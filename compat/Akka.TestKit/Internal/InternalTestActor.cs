using System;
using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>The actor that a test is: queues what it gets, and does what the test tells it to.</summary>
internal sealed class InternalTestActor : ActorBase
{
    private readonly TestQueue _queue;
    private Func<object, bool> _ignore = _ => false;
    private AutoPilot _autoPilot = AutoPilot.NoAutoPilot;

    public InternalTestActor(TestQueue queue) => _queue = queue;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case SetIgnore ignore:
                _ignore = ignore.Ignore;
                break;
            case WatchFor watch:
                Context.Watch(watch.Actor);
                break;
            case SetAutoPilot autoPilot:
                _autoPilot = autoPilot.AutoPilot;
                break;
            default:
                Take(message);
                break;
        }

        return true;
    }

    private void Take(object message)
    {
        var next = _autoPilot.Run(Sender, message);
        _autoPilot = next is KeepRunning ? _autoPilot : next;
        if (!_ignore(message))
        {
            _queue.Add(new RealMessageEnvelope(message, Sender));
        }
    }

    internal sealed record SetIgnore(Func<object, bool> Ignore) : INoSerializationVerificationNeeded;

    internal sealed record WatchFor(IActorRef Actor) : INoSerializationVerificationNeeded;

    internal sealed record SetAutoPilot(AutoPilot AutoPilot) : INoSerializationVerificationNeeded;
}
