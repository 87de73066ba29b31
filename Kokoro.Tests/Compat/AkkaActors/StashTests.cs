using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.TestActors;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class StashTests : AkkaTest
{
    public StashTests()
        : base("""bounded { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 5, mailbox-push-timeout-time = 0s }""")
    {
    }

    [Fact]
    public void Unstashed_messages_come_in_the_order_in_which_they_were_stashed_and_before_the_queued_ones()
    {
        using var gate = new ManualResetEventSlim();
        var actor = Start();
        actor.Tell("1");
        actor.Tell("2");
        actor.Tell(gate);
        actor.Tell("open");
        actor.Tell("3");
        gate.Set();
        Assert.Equal(["1", "2", "3"], ReceiveN(3).Cast<string>());
    }

    [Fact]
    public void Unstashed_message_keeps_its_sender()
    {
        var probe = CreateTestProbe();
        var actor = Start();
        actor.Tell("1", probe.Ref);
        actor.Tell("open");
        ExpectMsg("1");
        Assert.Equal(probe.Ref, LastSender);
    }

    [Fact]
    public void Restart_returns_the_stash_to_the_front_of_the_queue()
    {
        using var gate = new ManualResetEventSlim();
        var actor = Start();
        actor.Tell("1");
        actor.Tell("2");
        actor.Tell(gate);
        actor.Tell(new Fail(new InvalidOperationException("bad")));
        actor.Tell("open");
        actor.Tell("3");
        gate.Set();
        Assert.Equal(["1", "2", "3"], ReceiveN(3).Cast<string>());
    }

    [Fact]
    public void Death_that_was_stashed_is_told_again()
    {
        var actor = Start();
        var watched = Sys.ActorOf(BlackHoleActor.Props);
        actor.Tell(watched);
        watched.Tell(PoisonPill.Instance);
        ExpectMsg("stashed a death");
        actor.Tell("open");
        ExpectMsg(watched);
    }

    [Fact]
    public void Stop_makes_dead_letters_of_the_stash()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = Start();
        actor.Tell("1");
        AwaitIdle(actor);
        Sys.Stop(actor);
        Assert.Equal("1", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Stashing_one_message_twice_is_refused()
    {
        Start().Tell("twice");
        ExpectMsg<IllegalActorStateException>();
    }

    [Fact]
    public void Stash_that_is_full_overflows()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stashing(TestActor)).WithStashCapacity(2));
        actor.Tell("1");
        actor.Tell("2");
        actor.Tell("3");
        ExpectMsg<StashOverflowException>();
    }

    [Fact]
    public void Stash_on_a_bounded_mailbox_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Create(() => new Stashing(TestActor)).WithMailbox("bounded")));

    private IActorRef Start() => Sys.ActorOf(Props.Create(() => new Stashing(TestActor)));

    /// <summary>Stashes texts until "open"; reports what goes wrong.</summary>
    private sealed class Stashing(IActorRef reports) : UntypedActor, IWithUnboundedStash
    {
        private bool _isOpen;

        public IStash Stash { get; set; } = null!;

        protected override void PreRestart(Exception reason, object message)
        {
        }

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case ManualResetEventSlim gate:
                    gate.Wait(Patience);
                    break;
                case Fail fail:
                    throw fail.Cause;
                case "open":
                    _isOpen = true;
                    Stash.UnstashAll();
                    break;
                case string when _isOpen:
                    reports.Forward(message);
                    break;
                case IActorRef watched:
                    Context.Watch(watched);
                    break;
                case Terminated terminated when _isOpen:
                    reports.Tell(terminated.ActorRef);
                    break;
                case Terminated:
                    Stash.Stash();
                    reports.Tell("stashed a death");
                    break;
                default:
                    Keep(message is "twice" ? 2 : 1);
                    break;
            }
        }

        private void Keep(int times)
        {
            try
            {
                for (var i = 0; i < times; i++)
                {
                    Stash.Stash();
                }
            }
            catch (AkkaException refused)
            {
                reports.Tell(refused);
            }
        }
    }
}
