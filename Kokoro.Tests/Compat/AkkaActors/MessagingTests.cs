using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestActors;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class MessagingTests : AkkaTest
{
    [Fact]
    public void Messages_of_one_sender_arrive_in_order()
    {
        var actor = NewSpecimen();
        var numbers = Enumerable.Range(0, 1000).Select(number => $"{number}").ToList();
        numbers.ForEach(number => actor.Tell(number));
        Assert.Equal(numbers, ReceiveN(1002).Skip(2).Cast<string>());
    }

    [Fact]
    public void PoisonPill_ends_the_actor_after_what_was_queued_before_it()
    {
        var actor = NewSpecimen();
        actor.Tell("1");
        actor.Tell("2");
        actor.Tell(PoisonPill.Instance);
        Assert.Equal(["ctor", "PreStart", "1", "2", "PostStop"], ReceiveN(5).Cast<string>());
    }

    [Fact]
    public void Stop_overtakes_what_is_queued()
    {
        using var gate = new ManualResetEventSlim();
        var actor = NewSpecimen();
        actor.Tell(new Block(gate));
        actor.Tell("queued");
        FishForMessage<string>(message => message == "blocked");
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        ((IInternalActorRef)actor).Stop();
        gate.Set();
        ExpectMsg("PostStop");
        Assert.Equal("queued", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Message_to_a_dead_actor_is_a_dead_letter_with_its_sender_and_recipient()
    {
        var actor = Dead();
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        actor.Tell("late", TestActor);
        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal(("late", TestActor, actor), (letter.Message, letter.Sender, letter.Recipient));
    }

    [Fact]
    public void Dead_letter_without_a_sender_names_the_dead_letters_as_sender()
    {
        var actor = Dead();
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        actor.Tell("late", ActorRefs.NoSender);
        Assert.Equal(Sys.DeadLetters, ExpectMsg<DeadLetter>().Sender);
    }

    [Fact]
    public void Suppressed_message_to_a_dead_actor_is_only_a_suppressed_dead_letter()
    {
        var actor = Dead();
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        actor.Tell(new Quiet(), TestActor);
        Assert.IsType<Quiet>(ExpectMsg<SuppressedDeadLetter>().Message);
    }

    [Fact]
    public void Unhandled_message_is_published_as_such()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Empty);
        actor.Tell("what", TestActor);
        var unhandled = ExpectMsg<UnhandledMessage>();
        Assert.Equal(("what", TestActor, actor), (unhandled.Message, unhandled.Sender, unhandled.Recipient));
    }

    [Fact]
    public void Null_is_refused_by_an_actor_that_has_started()
    {
        var actor = NewSpecimen();
        FishForMessage<string>(message => message == "PreStart");
        Assert.Throws<ArgumentNullException>(() => actor.Tell(null));
    }

    [Fact]
    public void Forward_keeps_the_sender()
    {
        var echo = Sys.ActorOf(Props.Create(() => new Echo()));
        var forwarder = Sys.ActorOf(Props.Create(() => new Forwarder(echo)));
        forwarder.Tell("who asks");
        ExpectMsg("who asks");
        Assert.Equal(echo, LastSender);
    }

    [Fact]
    public void Identify_is_answered_by_any_actor()
    {
        var actor = Sys.ActorOf(BlackHoleActor.Props);
        actor.Tell(new Identify(7));
        var identity = ExpectMsg<ActorIdentity>();
        Assert.Equal((7, actor), (identity.MessageId, identity.Subject));
    }

    [Fact]
    public void Become_replaces_the_behaviour_and_BecomeStacked_can_be_undone()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Moody()));
        foreach (var (order, mood) in new[] { ("", "calm"), ("push", "angry"), ("", "angry"), ("pop", "calm"), ("", "calm") })
        {
            actor.Tell(order);
            if (order.Length == 0)
            {
                ExpectMsg(mood);
            }
        }
    }

    private IActorRef NewSpecimen() => Sys.ActorOf(Props.Create(() => new Specimen(TestActor)));

    private IActorRef Dead()
    {
        var actor = Watch(Sys.ActorOf(BlackHoleActor.Props));
        actor.Tell(PoisonPill.Instance);
        ExpectTerminated(actor);
        return actor;
    }

    private sealed class Quiet : IDeadLetterSuppression;

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }

    private sealed class Forwarder(IActorRef target) : UntypedActor
    {
        protected override void OnReceive(object message) => target.Forward(message);
    }

    private sealed class Moody : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "push")
            {
                BecomeStacked(Angry);
            }
            else
            {
                Sender.Tell("calm");
            }
        }

        private void Angry(object message)
        {
            if (message is "pop")
            {
                UnbecomeStacked();
            }
            else
            {
                Sender.Tell("angry");
            }
        }
    }
}
