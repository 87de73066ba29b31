using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class MailboxTests : AkkaTest
{
    public MailboxTests()
        : base(
            $$"""
            bounded { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 2, mailbox-push-timeout-time = 0s }
            urgent { mailbox-type = "{{typeof(UrgentFirst).AssemblyQualifiedName}}" }
            pinned { type = PinnedDispatcher }
            """)
    {
    }

    [Fact]
    public void Bounded_mailbox_makes_dead_letters_of_what_does_not_fit_beside_the_message_in_work()
    {
        using var gate = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new Specimen(TestActor)).WithMailbox("bounded"));
        actor.Tell(new Block(gate));
        FishForMessage<string>(message => message == "blocked");
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        actor.Tell("1");
        actor.Tell("2");
        actor.Tell("3");
        Assert.Equal("3", ExpectMsg<DeadLetter>().Message);
        gate.Set();
        ExpectMsg("1");
        ExpectMsg("2");
    }

    [Fact]
    public void Priority_mailbox_gives_out_the_most_urgent_first_and_equals_in_their_order()
    {
        using var gate = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new Specimen(TestActor)).WithMailbox("urgent"));
        actor.Tell(new Block(gate));
        FishForMessage<string>(message => message == "blocked");
        foreach (var message in new[] { "low 1", "high 1", "low 2", "high 2" })
        {
            actor.Tell(message);
        }

        gate.Set();
        Assert.Equal(["high 1", "high 2", "low 1", "low 2"], ReceiveN(4).Cast<string>());
    }

    [Fact]
    public void Mailbox_that_is_not_configured_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Empty.WithMailbox("nowhere")));

    [Fact]
    public void Dispatcher_that_is_not_configured_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Empty.WithDispatcher("nowhere")));

    [Fact]
    public void Pinned_dispatcher_gives_each_actor_a_thread_of_its_own()
    {
        var first = NewPinned();
        var second = NewPinned();
        var threads = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            first.Tell("thread");
            threads.Add(ExpectMsg<int>());
        }

        Assert.Single(threads.Distinct());
        second.Tell("thread");
        Assert.NotEqual(threads[0], ExpectMsg<int>());
    }

    [Fact]
    public void Pinned_actor_that_blocks_holds_up_nobody()
    {
        using var gate = new ManualResetEventSlim();
        var props = Props.Create(() => new Specimen(Sys.DeadLetters)).WithDispatcher("pinned");
        var blocked = Enumerable.Range(0, 32).Select(_ => Sys.ActorOf(props)).ToList();
        blocked.ForEach(actor => actor.Tell(new Block(gate)));
        AwaitIdle(Sys.ActorOf(Props.Empty));
        gate.Set();
    }

    private IActorRef NewPinned() => Sys.ActorOf(Props.Create(() => new TellsThread()).WithDispatcher("pinned"));

    public sealed class UrgentFirst : UnboundedStablePriorityMailbox
    {
        public UrgentFirst(Settings settings, Config config)
            : base(settings, config)
        {
        }

        protected override int PriorityGenerator(object message) =>
            message is string text && text.StartsWith("high", StringComparison.Ordinal) ? 0 : 1;
    }

    private sealed class TellsThread : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(Environment.CurrentManagedThreadId);
    }
}
