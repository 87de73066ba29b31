using Akka.Actor;

namespace Kokoro.Tests.Compat.AkkaActors;

/// <summary>Has one child under a given strategy, passes messages to it, and answers "child" with it.</summary>
public sealed class Parent : UntypedActor
{
    private readonly SupervisorStrategy _strategy;
    private readonly Props _childProps;
    private IActorRef? _child;

    public Parent(SupervisorStrategy strategy, Props childProps)
    {
        _strategy = strategy;
        _childProps = childProps;
    }

    protected override void PreStart() => _child = Context.ActorOf(_childProps, "child");

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    protected override void OnReceive(object message)
    {
        if (message is "child")
        {
            Sender.Tell(_child);
        }
        else
        {
            _child.Forward(message);
        }
    }
}
