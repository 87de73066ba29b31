using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestActors;
using Kokoro.Tests.Compat.AkkaActors;

namespace Kokoro.Tests.Compat.AkkaEvent;

public sealed class EventStreamTests : AkkaTest
{
    [Fact]
    public void Subscriber_of_a_type_gets_its_events()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Derived));
        Sys.EventStream.Publish(new Derived(1));
        ExpectMsg(new Derived(1));
    }

    [Fact]
    public void Subscriber_of_a_base_type_gets_derived_events()
    {
        Sys.EventStream.Subscribe<Basic>(TestActor);
        Sys.EventStream.Publish(new Derived(1));
        ExpectMsg(new Derived(1));
    }

    [Fact]
    public void Subscriber_gets_no_events_of_other_types()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Derived));
        Sys.EventStream.Publish(new Basic(1));
        Sys.EventStream.Publish(new Derived(2));
        ExpectMsg(new Derived(2));
    }

    [Fact]
    public void Subscriber_who_left_gets_nothing()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Derived));
        Assert.True(Sys.EventStream.Unsubscribe(TestActor, typeof(Derived)));
        Sys.EventStream.Publish(new Derived(1));
        TestActor.Tell("marker");
        ExpectMsg("marker");
    }

    [Fact]
    public void Subscribing_twice_is_subscribing_once()
    {
        Assert.True(Sys.EventStream.Subscribe(TestActor, typeof(Derived)));
        Assert.False(Sys.EventStream.Subscribe(TestActor, typeof(Derived)));
        Sys.EventStream.Publish(new Derived(1));
        TestActor.Tell("marker");
        ExpectMsg(new Derived(1));
        ExpectMsg("marker");
    }

    [Fact]
    public void Event_without_a_subscriber_is_no_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        Sys.EventStream.Publish(new Derived(1));
        TestActor.Tell("marker");
        ExpectMsg("marker");
    }

    [Fact]
    public void Subscriber_that_died_is_forgotten()
    {
        var subscriber = Watch(Sys.ActorOf(BlackHoleActor.Props));
        Sys.EventStream.Subscribe(subscriber, typeof(Derived));
        subscriber.Tell(PoisonPill.Instance);
        ExpectTerminated(subscriber);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        AwaitAssert(
            () =>
            {
                Sys.EventStream.Publish(new Derived(1));
                TestActor.Tell("marker");
                var undelivered = ReceiveWhile(Patience, message => message as DeadLetter);
                ExpectMsg("marker");
                Assert.Empty(undelivered);
            },
            interval: TimeSpan.FromMilliseconds(1));
    }

    private record Basic(int Number);

    private sealed record Derived(int Number) : Basic(Number);
}
