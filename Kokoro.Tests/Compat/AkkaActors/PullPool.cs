using Akka.Actor;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed record PullOutcome(int Done, int Failed, int OutOfOrder, int Twice);

/// <summary>Hands out numbered work to workers that ask for more and crash now and then; answers what became of it.</summary>
internal sealed class PullPool : ReceiveActor
{
    private readonly bool[] _seen;
    private readonly Dictionary<IActorRef, int> _lastOf = [];
    private IActorRef? _asker;
    private int _next;
    private int _done;
    private int _failed;
    private int _outOfOrder;
    private int _twice;

    public PullPool(int messages, int workers)
    {
        _seen = new bool[messages];
        Receive<string>(_ =>
        {
            _asker = Sender;
            for (var i = 0; i < workers; i++)
            {
                Context.ActorOf(Props.Create(() => new Worker()));
            }
        });
        Receive<Ready>(_ => HandOut(messages));
        Receive<WorkDone>(done =>
        {
            Note(done.Number);
            _done++;
            HandOut(messages);
        });
        Receive<WorkFailed>(failed =>
        {
            Note(failed.Number);
            _failed++;
            AnswerIfOver(messages);
        });
    }

    protected override SupervisorStrategy SupervisorStrategy() =>
        new OneForOneStrategy(-1, -1, _ => Directive.Restart, loggingEnabled: false);

    private void HandOut(int messages)
    {
        if (_next < messages)
        {
            Sender.Tell(new Work(_next++));
        }

        AnswerIfOver(messages);
    }

    private void Note(int number)
    {
        _twice += _seen[number] ? 1 : 0;
        _seen[number] = true;
        _outOfOrder += _lastOf.TryGetValue(Sender, out var last) && last > number ? 1 : 0;
        _lastOf[Sender] = number;
    }

    private void AnswerIfOver(int messages)
    {
        if (_done + _failed == messages)
        {
            _asker.Tell(new PullOutcome(_done, _failed, _outOfOrder, _twice));
        }
    }

    private sealed record Ready;

    private sealed record Work(int Number);

    private sealed record WorkDone(int Number);

    private sealed record WorkFailed(int Number);

    /// <summary>One message in a hundred is its death; it says so and asks again with its next life.</summary>
    private sealed class Worker : ReceiveActor
    {
        public Worker() => Receive<Work>(work =>
        {
            if (Random.Shared.Next(100) == 0)
            {
                throw new InvalidOperationException("crash");
            }

            Sender.Tell(new WorkDone(work.Number));
        });

        protected override void PreStart() => Context.Parent.Tell(new Ready());

        protected override void PreRestart(Exception reason, object message)
        {
            Context.Parent.Tell(new WorkFailed(((Work)message).Number));
            base.PreRestart(reason, message);
        }
    }
}
