using System.Collections;
using Akka.Actor;

namespace Kokoro.Bench.Actors;

internal sealed record StressOutcome(int Done, int Failed, int OutOfOrder, int Twice);

/// <summary>Hands out numbered work to workers that ask for more and crash now and then.</summary>
internal sealed class StressPool : ReceiveActor
{
    private readonly int _messages;
    private readonly BitArray _seen;
    private readonly Dictionary<IActorRef, int> _lastOf = [];
    private IActorRef? _asker;
    private int _next;
    private int _done;
    private int _failed;
    private int _outOfOrder;
    private int _twice;

    public StressPool(int messages, int workers)
    {
        _messages = messages;
        _seen = new BitArray(messages);
        Receive<Done>(done =>
        {
            _done++;
            Note(done.Number);
            HandOut();
        });
        Receive<Failed>(failed =>
        {
            _failed++;
            Note(failed.Number);
        });
        Receive<Ready>(_ => HandOut());
        Receive<string>(_ =>
        {
            _asker = Sender;
            for (var i = 0; i < workers; i++)
            {
                Context.ActorOf(Props.Create(() => new Worker()));
            }
        });
    }

    protected override SupervisorStrategy SupervisorStrategy() =>
        new OneForOneStrategy(-1, -1, _ => Directive.Restart, loggingEnabled: false);

    private void HandOut()
    {
        if (_next < _messages)
        {
            Sender.Tell(new Work(_next++));
        }
    }

    private void Note(int number)
    {
        _twice += _seen[number] ? 1 : 0;
        _seen[number] = true;
        _outOfOrder += _lastOf.TryGetValue(Sender, out var last) && last > number ? 1 : 0;
        _lastOf[Sender] = number;
        if (_done + _failed == _messages)
        {
            _asker.Tell(new StressOutcome(_done, _failed, _outOfOrder, _twice));
        }
    }

    private sealed record Ready;

    private sealed record Work(int Number);

    private sealed record Done(int Number);

    private sealed record Failed(int Number);

    private sealed class Worker : ReceiveActor
    {
        /// <summary>One in so many kills the worker.</summary>
        private const int Deadly = 1000;

        public Worker() => Receive<Work>(work =>
        {
            if (Random.Shared.Next(Deadly) == 0)
            {
                throw new InvalidOperationException("crash");
            }

            Sender.Tell(new Done(work.Number));
        });

        protected override void PreStart() => Context.Parent.Tell(new Ready());

        protected override void PreRestart(Exception reason, object message)
        {
            Context.Parent.Tell(new Failed(((Work)message).Number));
            base.PreRestart(reason, message);
        }
    }
}
