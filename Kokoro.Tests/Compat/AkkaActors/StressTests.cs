using Akka.Actor;

namespace Kokoro.Tests.Compat.AkkaActors;

/// <summary>The short form; the long one is in the bench.</summary>
public sealed class StressTests : AkkaTest
{
    [Fact]
    public async Task Actors_that_are_made_crashed_and_stopped_leave_nothing_behind()
    {
        const int Actors = 5_000;
        var nursery = Sys.ActorOf(Props.Create(() => new Nursery()));
        var crashes = await nursery.Ask<int>(Actors, TimeSpan.FromSeconds(30));
        Assert.Equal(Actors, crashes);
        Assert.Equal(0, await nursery.Ask<int>("children", Patience));
    }

    [Fact]
    public async Task Pulling_workers_that_crash_lose_only_the_failing_messages_and_keep_the_order()
    {
        const int Messages = 200_000;
        var pool = Sys.ActorOf(Props.Create(() => new PullPool(Messages, 4)));
        var outcome = await pool.Ask<PullOutcome>("go", TimeSpan.FromSeconds(60));
        Assert.Equal(Messages, outcome.Done + outcome.Failed);
        Assert.True(outcome.Failed > 0);
        Assert.Equal(0, outcome.OutOfOrder);
        Assert.Equal(0, outcome.Twice);
    }

    [Fact]
    public async Task Senders_on_many_threads_lose_nothing_and_keep_their_order()
    {
        const int Senders = 8;
        const int Each = 20_000;
        var counter = Sys.ActorOf(Props.Create(() => new OrderKeeper(Senders)));
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                counter.Tell((sender, i), ActorRefs.NoSender);
            }
        })));
        Assert.Equal(Senders * Each, await counter.Ask<int>("count", TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Messages_to_actors_that_stop_meanwhile_arrive_or_are_dead_letters()
    {
        const int Rounds = 200;
        const int Each = 50;
        var arrived = new Counter();
        var deadLetters = CreateTestProbe();
        Sys.EventStream.Subscribe(deadLetters.Ref, typeof(Akka.Event.DeadLetter));
        for (var round = 0; round < Rounds; round++)
        {
            var actor = Sys.ActorOf(Props.Create(() => new Counts(arrived)));
            var sending = Task.Run(() =>
            {
                for (var i = 0; i < Each; i++)
                {
                    actor.Tell(i, ActorRefs.NoSender);
                }
            });
            Sys.Stop(actor);
            await sending;
        }

        var dead = 0;
        AwaitAssert(
            () =>
            {
                while (deadLetters.ReceiveOne(TimeSpan.Zero) is not null)
                {
                    dead++;
                }

                Assert.Equal(Rounds * Each, arrived.Value + dead);
            },
            Patience,
            TimeSpan.FromMilliseconds(5));
    }

    private sealed class Counter
    {
        private int _value;

        public int Value => Volatile.Read(ref _value);

        public void Increment() => Interlocked.Increment(ref _value);
    }

    private sealed class Counts(Counter counter) : UntypedActor
    {
        protected override void OnReceive(object message) => counter.Increment();
    }

    private sealed class OrderKeeper(int senders) : UntypedActor
    {
        private readonly int[] _next = new int[senders];
        private int _count;

        protected override void OnReceive(object message)
        {
            if (message is ValueTuple<int, int>(var sender, var number))
            {
                Assert.Equal(_next[sender]++, number);
                _count++;
            }
            else
            {
                Sender.Tell(_count);
            }
        }
    }

    /// <summary>Makes children, crashes each once, stops each, and answers how many came back from their crash.</summary>
    private sealed class Nursery : ReceiveActor
    {
        private IActorRef? _asker;
        private int _left;
        private int _recovered;

        public Nursery()
        {
            Receive<int>(count =>
            {
                _asker = Sender;
                _left = count;
                for (var i = 0; i < count; i++)
                {
                    var child = Context.Watch(Context.ActorOf(Props.Create(() => new Crashing())));
                    child.Tell("crash");
                    child.Tell("alive?");
                    child.Tell(PoisonPill.Instance);
                }
            });
            Receive<string>(text => text == "yes", _ => _recovered++);
            Receive<string>(text => text == "children", _ => Sender.Tell(Context.GetChildren().Count()));
            Receive<Terminated>(_ =>
            {
                if (--_left == 0)
                {
                    _asker.Tell(_recovered);
                }
            });
        }

        protected override SupervisorStrategy SupervisorStrategy() =>
            new OneForOneStrategy(-1, -1, _ => Directive.Restart, loggingEnabled: false);
    }

    private sealed class Crashing : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "crash")
            {
                throw new InvalidOperationException("crash");
            }

            Sender.Tell("yes");
        }
    }
}
