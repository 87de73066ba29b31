using Akka.Actor;
using Akka.Event;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class ReceiveActorTests : AkkaTest
{
    [Fact]
    public void First_handler_that_fits_takes_the_message()
    {
        var actor = Start(declare =>
        {
            declare.On<string>(_ => "text");
            declare.On<object>(_ => "anything");
        });
        Assert.Equal("text", AnswerOf(actor, "a"));
        Assert.Equal("anything", AnswerOf(actor, 1));
    }

    [Fact]
    public void Handler_of_a_base_type_takes_derived_messages()
    {
        var actor = Start(declare => declare.On<Exception>(failure => failure.GetType().Name));
        Assert.Equal("InvalidOperationException", AnswerOf(actor, new InvalidOperationException()));
    }

    [Fact]
    public void Predicate_that_says_no_leaves_the_message_to_the_next_handler()
    {
        var actor = Start(declare =>
        {
            declare.OnIf<int>(number => number > 10, _ => "big");
            declare.On<int>(_ => "small");
        });
        Assert.Equal("big", AnswerOf(actor, 11));
        Assert.Equal("small", AnswerOf(actor, 10));
    }

    [Fact]
    public void Handler_that_returns_false_leaves_the_message_to_the_next_one()
    {
        var actor = Start(declare =>
        {
            declare.Decline<int>();
            declare.On<int>(_ => "second");
        });
        Assert.Equal("second", AnswerOf(actor, 1));
    }

    [Fact]
    public void Message_without_a_handler_is_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        Start(declare => declare.On<int>(_ => "")).Tell("text");
        Assert.Equal("text", ExpectMsg<UnhandledMessage>().Message);
    }

    [Fact]
    public void Handler_after_one_for_all_messages_is_refused()
    {
        Start(declare =>
        {
            declare.Any();
            TestActor.Tell(Assert.Throws<InvalidOperationException>(() => declare.On<int>(_ => "")));
        });
        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void Handler_declared_while_a_message_is_handled_is_refused()
    {
        var actor = Sys.ActorOf(Props.Create(() => new DeclaresLate()));
        actor.Tell("now");
        ExpectMsg<InvalidOperationException>();
    }

    private IActorRef Start(Action<Configured> declare) => Sys.ActorOf(Props.Create(() => new Configured(declare)));

    private string AnswerOf(IActorRef actor, object message)
    {
        actor.Tell(message);
        return ExpectMsg<string>();
    }

    private sealed class Configured : ReceiveActor
    {
        public Configured(Action<Configured> declare) => declare(this);

        public void On<T>(Func<T, string> answer) => Receive<T>(message => Sender.Tell(answer(message)));

        public void OnIf<T>(Predicate<T> fits, Func<T, string> answer) => Receive(fits, message => Sender.Tell(answer(message)));

        public void Decline<T>() => Receive<T>(_ => false);

        public void Any() => ReceiveAny(_ => { });
    }

    private sealed class DeclaresLate : ReceiveActor
    {
        public DeclaresLate() => Receive<string>(_ =>
        {
            try
            {
                Receive<int>(_ => { });
            }
            catch (InvalidOperationException refused)
            {
                Sender.Tell(refused);
            }
        });
    }
}
