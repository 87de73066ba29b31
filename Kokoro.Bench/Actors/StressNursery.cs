using Akka.Actor;

namespace Kokoro.Bench.Actors;

/// <summary>Makes children, crashes each once, stops each, and answers how many worked again after their crash.</summary>
internal sealed class StressNursery : ReceiveActor
{
    private readonly int _children;
    private IActorRef? _asker;
    private int _dead;
    private int _recovered;

    public StressNursery(int children)
    {
        _children = children;
        Receive<string>(text => text == "go", _ => Begin());
        Receive<string>(text => text == "children", _ => Sender.Tell(Context.GetChildren().Count()));
        Receive<string>(text => text == "alive", _ => _recovered++);
        Receive<Terminated>(_ =>
        {
            if (++_dead == _children)
            {
                _asker.Tell(_recovered);
            }
        });
    }

    protected override SupervisorStrategy SupervisorStrategy() =>
        new OneForOneStrategy(-1, -1, _ => Directive.Restart, loggingEnabled: false);

    private void Begin()
    {
        _asker = Sender;
        for (var i = 0; i < _children; i++)
        {
            var child = Context.Watch(Context.ActorOf(Props.Create(() => new Child())));
            child.Tell("crash");
            child.Tell("alive?");
            child.Tell(PoisonPill.Instance);
        }
    }

    private sealed class Child : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "crash")
            {
                throw new InvalidOperationException("crash");
            }

            Sender.Tell("alive");
        }
    }
}
