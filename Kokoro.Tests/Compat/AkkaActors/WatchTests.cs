using Akka.Actor;
using Akka.TestKit.TestActors;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class WatchTests : AkkaTest
{
    [Fact]
    public void Terminated_comes_once_however_often_the_actor_is_watched()
    {
        var watchee = Sys.ActorOf(BlackHoleActor.Props);
        var watcher = Sys.ActorOf(Props.Create(() => new Watcher(TestActor)));
        watcher.Tell(watchee);
        watcher.Tell(watchee);
        watcher.Tell(watchee);
        AwaitIdle(watcher);
        watchee.Tell(PoisonPill.Instance);
        ExpectMsg((watchee, true));
        watcher.Tell("marker");
        ExpectMsg("marker");
    }

    [Fact]
    public void Terminated_of_a_living_actor_confirms_that_it_existed()
    {
        var watchee = Watch(Sys.ActorOf(BlackHoleActor.Props));
        watchee.Tell(PoisonPill.Instance);
        Assert.True(ExpectTerminated(watchee).ExistenceConfirmed);
    }

    [Fact]
    public void Watch_of_a_dead_actor_is_answered_without_confirming_that_it_existed()
    {
        var watchee = Watch(Sys.ActorOf(BlackHoleActor.Props));
        watchee.Tell(PoisonPill.Instance);
        ExpectTerminated(watchee);
        var watcher = Sys.ActorOf(Props.Create(() => new Watcher(TestActor)));
        watcher.Tell(watchee);
        ExpectMsg((watchee, false));
    }

    [Fact]
    public void WatchWith_sends_its_message_instead()
    {
        var watchee = Sys.ActorOf(BlackHoleActor.Props);
        var watcher = Sys.ActorOf(Props.Create(() => new Watcher(TestActor)));
        watcher.Tell((watchee, "gone"));
        AwaitIdle(watcher);
        watchee.Tell(PoisonPill.Instance);
        ExpectMsg("gone");
    }

    [Fact]
    public void WatchWith_after_Watch_is_without_effect()
    {
        var watchee = Sys.ActorOf(BlackHoleActor.Props);
        var watcher = Sys.ActorOf(Props.Create(() => new Watcher(TestActor)));
        watcher.Tell(watchee);
        watcher.Tell((watchee, "gone"));
        AwaitIdle(watcher);
        watchee.Tell(PoisonPill.Instance);
        ExpectMsg((watchee, true));
    }

    [Fact]
    public void Unwatch_drops_a_Terminated_that_is_queued_already()
    {
        using var gate = new ManualResetEventSlim();
        var watchee = Watch(Sys.ActorOf(BlackHoleActor.Props));
        var watcher = Sys.ActorOf(Props.Create(() => new Watcher(TestActor)));
        watcher.Tell(watchee);
        watcher.Tell(gate);
        watcher.Tell(new Drop(watchee));
        watchee.Tell(PoisonPill.Instance);
        ExpectTerminated(watchee);
        gate.Set();
        watcher.Tell("marker");
        ExpectMsg("marker");
    }

    [Fact]
    public void Unhandled_Terminated_ends_the_watcher()
    {
        var watchee = Sys.ActorOf(BlackHoleActor.Props);
        var watcher = Watch(Sys.ActorOf(Props.Create(() => new DeathPact(watchee))));
        AwaitIdle(watcher);
        watchee.Tell(PoisonPill.Instance);
        ExpectTerminated(watcher);
    }

    [Fact]
    public void Watch_survives_a_restart_of_the_watched_actor()
    {
        var watchee = Watch(Sys.ActorOf(Props.Create(() => new Specimen(Sys.DeadLetters))));
        watchee.Tell(new Fail(new InvalidOperationException("bad")));
        watchee.Tell(PoisonPill.Instance);
        ExpectTerminated(watchee);
    }

    [Fact]
    public void Parent_that_watches_its_child_can_use_its_name_again_when_it_hears_of_its_death()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Renewing(TestActor)));
        parent.Tell("renew");
        ExpectMsg("renewed");
    }

    private sealed record Drop(IActorRef Actor);

    private sealed class Watcher(IActorRef reports) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case IActorRef actor:
                    Context.Watch(actor);
                    break;
                case ValueTuple<IActorRef, string>(var actor, var text):
                    Context.WatchWith(actor, text);
                    break;
                case Drop drop:
                    Context.Unwatch(drop.Actor);
                    break;
                case ManualResetEventSlim gate:
                    gate.Wait(Patience);
                    break;
                case Terminated terminated:
                    // As itself it would not get past the cell of the test actor, which watches nobody.
                    reports.Tell((terminated.ActorRef, terminated.ExistenceConfirmed));
                    break;
                default:
                    reports.Tell(message);
                    break;
            }
        }
    }

    private sealed class DeathPact : ReceiveActor
    {
        public DeathPact(IActorRef other) => Context.Watch(other);
    }

    private sealed class Renewing : ReceiveActor
    {
        public Renewing(IActorRef reports)
        {
            var child = Context.Watch(Context.ActorOf(BlackHoleActor.Props, "child"));
            Receive<string>(_ => Context.Stop(child));
            Receive<Terminated>(_ =>
            {
                Context.ActorOf(BlackHoleActor.Props, "child");
                reports.Tell("renewed");
            });
        }
    }
}
