using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.TestActors;
using Kokoro.Tests.Compat.AkkaActors;
using Xunit.Sdk;

namespace Kokoro.Tests.Compat.AkkaTestKit;

public sealed class ExpectTests : AkkaTest
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(20);

    [Fact]
    public void ExpectMsg_fails_when_nothing_comes() => Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>(Short));

    [Fact]
    public void ExpectMsg_fails_for_another_type()
    {
        TestActor.Tell(1);
        Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>());
    }

    [Fact]
    public void ExpectMsg_fails_for_another_value()
    {
        TestActor.Tell("one");
        Assert.ThrowsAny<XunitException>(() => ExpectMsg("two"));
    }

    [Fact]
    public async Task ExpectMsgAsync_waits_without_a_thread()
    {
        var expecting = ExpectMsgAsync<string>();
        TestActor.Tell("late");
        Assert.Equal("late", await expecting);
    }

    [Fact]
    public void ExpectNoMsg_fails_when_something_comes()
    {
        TestActor.Tell("loud");
        Assert.ThrowsAny<XunitException>(() => ExpectNoMsg(Short));
    }

    [Fact]
    public void ExpectMsgAllOf_takes_any_order()
    {
        TestActor.Tell("b");
        TestActor.Tell("a");
        ExpectMsgAllOf("a", "b");
    }

    [Fact]
    public void FishForMessage_passes_over_what_does_not_fit()
    {
        TestActor.Tell(1);
        TestActor.Tell("text");
        TestActor.Tell(2);
        Assert.Equal(2, FishForMessage<int>(number => number > 1));
    }

    [Fact]
    public void ReceiveWhile_leaves_the_first_that_does_not_fit()
    {
        TestActor.Tell("a");
        TestActor.Tell("b");
        TestActor.Tell(3);
        Assert.Equal(["a", "b"], ReceiveWhile(Patience, message => message as string));
        ExpectMsg(3);
    }

    [Fact]
    public void IgnoreMessages_drops_what_fits()
    {
        IgnoreMessages(message => message is int);
        TestActor.Tell(1);
        TestActor.Tell("text");
        ExpectMsg("text");
    }

    [Fact]
    public void Within_bounds_what_is_expected_inside() =>
        Assert.ThrowsAny<XunitException>(() => Within(Short, () => ExpectMsg<string>()));

    [Fact]
    public void AwaitAssert_tries_until_it_holds()
    {
        var tries = 0;
        AwaitAssert(() => Assert.Equal(3, ++tries), interval: TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void AwaitAssert_fails_with_the_last_failure() =>
        Assert.ThrowsAny<XunitException>(() => AwaitAssert(() => Assert.Fail("never"), Short, TimeSpan.FromMilliseconds(1)));

    [Fact]
    public async Task AwaitConditionAsync_waits_until_it_holds()
    {
        var tries = 0;
        await AwaitConditionAsync(() => Task.FromResult(++tries == 3), Patience, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Test_actor_is_the_sender_also_after_an_await()
    {
        var echo = Sys.ActorOf(Props.Create(() => new Echo()));
        echo.Tell("before");
        ExpectMsg("before");
        await Task.Yield();
        echo.Tell("after");
        await ExpectMsgAsync("after");
        echo.Tell("after the kit's own await");
        ExpectMsg("after the kit's own await");
    }

    [Fact]
    public void Probe_answers_and_forwards()
    {
        var probe = CreateTestProbe();
        probe.Ref.Tell("question");
        probe.ExpectMsg("question");
        Assert.Equal(TestActor, probe.Sender);
        probe.Reply("answer");
        ExpectMsg("answer");
        Assert.Equal(probe.Ref, LastSender);
        probe.Forward(TestActor);
        ExpectMsg("question");
    }

    [Fact]
    public void Probe_sends_as_itself()
    {
        var probe = CreateTestProbe("probe");
        probe.Send(Sys.ActorOf(Props.Create(() => new Echo())), "hello");
        probe.ExpectMsg("hello");
        Assert.Equal("probe", probe.Ref.Path.Name);
    }

    [Fact]
    public void Probe_hears_of_a_death()
    {
        var probe = CreateTestProbe();
        var actor = probe.Watch(Sys.ActorOf(BlackHoleActor.Props));
        actor.Tell(PoisonPill.Instance);
        probe.ExpectTerminated(actor);
    }

    [Fact]
    public void AutoPilot_answers_by_itself()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell($"auto {message}", ActorRefs.NoSender);
            return AutoPilot.KeepRunning;
        }));
        probe.Ref.Tell("1");
        probe.Ref.Tell("2");
        ExpectMsg("auto 1");
        ExpectMsg("auto 2");
    }

    [Fact]
    public void TestActorRef_works_before_Tell_returns()
    {
        var actor = ActorOfAsTestActorRef<Counting>(Props.Create(() => new Counting()));
        actor.Tell("one");
        actor.Tell("two");
        Assert.Equal(2, actor.UnderlyingActor.Count);
    }

    [Fact]
    public void Latch_opens_after_its_count()
    {
        var latch = CreateTestLatch(2);
        latch.CountDown();
        Assert.Throws<TimeoutException>(() => latch.Ready(Short));
        latch.CountDown();
        latch.Ready(Patience);
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }

    private sealed class Counting : UntypedActor
    {
        public int Count { get; private set; }

        protected override void OnReceive(object message) => Count++;
    }
}
