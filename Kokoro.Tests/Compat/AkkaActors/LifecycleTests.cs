using System.Runtime.CompilerServices;
using Akka.Actor;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class LifecycleTests : AkkaTest
{
    private static readonly InvalidOperationException Bad = new("bad");

    [Fact]
    public void Start_is_constructor_then_PreStart_then_messages()
    {
        NewSpecimen().Tell("hello");
        ExpectAll("ctor", "PreStart", "hello");
    }

    [Fact]
    public void Restart_takes_leave_of_the_old_instance_before_it_makes_the_new_one()
    {
        NewSpecimen().Tell(new Fail(Bad));
        ExpectAll("ctor", "PreStart", "PreRestart bad", "PostStop", "ctor", "PostRestart bad", "PreStart");
    }

    [Fact]
    public void Restart_keeps_the_queue_in_order_and_loses_only_the_failing_message()
    {
        using var gate = new ManualResetEventSlim();
        var actor = NewSpecimen();
        actor.Tell(new Block(gate));
        actor.Tell("1");
        actor.Tell(new Fail(Bad));
        actor.Tell("2");
        actor.Tell("3");
        gate.Set();
        Assert.Equal(["1", "2", "3"], ReceiveN(11).OfType<string>().Where(report => report.Length == 1));
    }

    [Fact]
    public void PreRestart_gets_the_failing_message()
    {
        var actor = Sys.ActorOf(Props.Create(() => new ReportsFailingMessage(TestActor)));
        actor.Tell("poison");
        ExpectMsg("poison");
    }

    [Fact]
    public void Restart_resets_Become()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Changing()));
        actor.Tell("change");
        actor.Tell("who");
        ExpectMsg("changed");
        actor.Tell(new Fail(Bad));
        actor.Tell("who");
        ExpectMsg("initial");
    }

    [Fact]
    public void Stop_calls_PostStop()
    {
        var actor = NewSpecimen();
        ExpectAll("ctor", "PreStart");
        Sys.Stop(actor);
        ExpectMsg("PostStop");
    }

    [Fact]
    public void Stop_of_a_parent_ends_its_children_first()
    {
        var parent = Sys.ActorOf(Props.Create(() => new NamedParent(TestActor)), "parent");
        ExpectMsg("child started");
        Sys.Stop(parent);
        ExpectAll("child", "parent");
    }

    [Fact]
    public void Restart_waits_until_the_children_are_gone()
    {
        var parent = Sys.ActorOf(Props.Create(() => new NamedParent(TestActor)), "parent");
        ExpectMsg("child started");
        parent.Tell(new Fail(Bad));

        // The parent's PostStop runs inside PreRestart, while the child is still on its way down.
        ExpectMsgAllOf("parent", "child");
        ExpectMsg("child started");
    }

    [Fact]
    public void Children_that_survive_a_restart_are_restarted_after_their_parent()
    {
        var parent = Sys.ActorOf(Props.Create(() => new KeepsChildren(TestActor)));
        parent.Tell(new Fail(Bad));
        ExpectAll("ctor", "PreStart", "parent restarted", "PreRestart bad", "PostStop", "ctor", "PostRestart bad", "PreStart");
    }

    [Fact]
    public void Constructor_that_throws_stops_the_actor_and_its_watcher_hears_of_it()
    {
        var actor = Watch(Sys.ActorOf(Props.Create(() => new FailsInConstructor(TestActor))));
        ExpectMsg("ctor");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Constructor_that_throws_is_tried_again_for_as_often_as_the_strategy_restarts()
    {
        var strategy = new OneForOneStrategy(2, Timeout.InfiniteTimeSpan, _ => Directive.Restart);
        Sys.ActorOf(Props.Create(() => new Parent(strategy, Props.Create(() => new FailsInConstructor(TestActor)))));
        ExpectAll("ctor", "ctor", "ctor");
    }

    [Fact]
    public void Constructor_that_throws_shows_the_decider_the_cause_below_three_wrappers()
    {
        var decider = Decider.From(failure =>
        {
            TestActor.Tell(failure);
            return Directive.Stop;
        });
        var failing = Props.Create(() => new FailsInConstructor(Sys.DeadLetters));
        Sys.ActorOf(Props.Create(() => new Parent(new OneForOneStrategy(decider), failing)));
        var failure = ExpectMsg<ActorInitializationException>();
        var loading = Assert.IsType<TypeLoadException>(failure.InnerException);
        var invocation = Assert.IsType<System.Reflection.TargetInvocationException>(loading.InnerException);
        Assert.Equal("not yet", invocation.InnerException?.Message);
    }

    [Fact]
    public void Constructor_that_throws_and_is_resumed_is_called_again_and_the_queue_is_kept()
    {
        var failures = new StrongBox<int>(1);
        var strategy = new OneForOneStrategy(_ => Directive.Resume);
        var parent = Sys.ActorOf(Props.Create(() => new Parent(strategy, Props.Create(() => new FailsFirst(TestActor, failures)))));
        parent.Tell("queued");
        ExpectMsg("queued");
    }

    [Fact]
    public void PreStart_that_throws_stops_the_actor_without_PostStop()
    {
        var actor = Watch(Sys.ActorOf(Props.Create(() => new FailsIn(TestActor, "PreStart"))));
        ExpectTerminated(actor);
    }

    [Fact]
    public void PostRestart_that_throws_stops_the_new_instance_with_PostStop()
    {
        var actor = Watch(Sys.ActorOf(Props.Create(() => new FailsIn(TestActor, "PostRestart"))));
        actor.Tell(new Fail(Bad));
        ExpectMsg("PostStop");
        ExpectMsg("PostStop");
        ExpectTerminated(actor);
    }

    [Fact]
    public void PreRestart_that_throws_does_not_stop_the_restart()
    {
        var actor = Sys.ActorOf(Props.Create(() => new FailsIn(TestActor, "PreRestart")));
        actor.Tell(new Fail(Bad));
        actor.Tell("alive");
        ExpectMsg("alive");
    }

    [Fact]
    public void ActorOf_in_PostStop_is_refused()
    {
        var actor = Sys.ActorOf(Props.Create(() => new MakesChildInPostStop(TestActor)));
        Sys.Stop(actor);
        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public async Task Context_outside_of_a_turn_is_refused()
    {
        var actor = ActorOfAsTestActorRef<ShowsContext>(Props.Create(() => new ShowsContext()));
        await OnFreshThread(() => Assert.Throws<NotSupportedException>(() => actor.UnderlyingActor.ContextNow));
    }

    [Fact]
    public async Task Actor_made_by_new_is_refused() =>
        await OnFreshThread(() => Assert.Throws<ActorInitializationException>(() => new ShowsContext()));

    [Fact]
    public void Actor_that_is_disposable_is_disposed_when_it_stops()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Disposed(TestActor)));
        Sys.Stop(actor);
        ExpectMsg("disposed");
    }

    /// <summary>Threads of the pool may still carry the test actor of an earlier test.</summary>
    private static Task OnFreshThread(Action action) =>
        Task.Factory.StartNew(action, default, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private IActorRef NewSpecimen() => Sys.ActorOf(Props.Create(() => new Specimen(TestActor)));

    private void ExpectAll(params string[] reports) => Assert.Equal(reports, ReceiveN(reports.Length).Cast<string>());

    private sealed class ReportsFailingMessage(IActorRef reports) : UntypedActor
    {
        protected override void PreRestart(Exception reason, object message)
        {
            reports.Tell(message);
            base.PreRestart(reason, message);
        }

        protected override void OnReceive(object message) => throw Bad;
    }

    private sealed class Changing : ReceiveActor
    {
        public Changing()
        {
            Receive<Fail>(fail => throw fail.Cause);
            Receive<string>(text => text == "who", _ => Sender.Tell("initial"));
            Receive<string>(text => text == "change", _ => Become(() =>
            {
                Receive<Fail>(fail => throw fail.Cause);
                Receive<string>(_ => Sender.Tell("changed"));
            }));
        }
    }

    private sealed class NamedParent(IActorRef reports) : UntypedActor
    {
        protected override void PreStart() => Context.ActorOf(Props.Create(() => new NamedChild(reports)), "child");

        protected override void PostStop() => reports.Tell(Self.Path.Name);

        protected override void OnReceive(object message) => throw ((Fail)message).Cause;
    }

    private sealed class NamedChild(IActorRef reports) : UntypedActor
    {
        protected override void PreStart() => reports.Tell("child started");

        protected override void PostStop() => reports.Tell(Self.Path.Name);

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class KeepsChildren(IActorRef reports) : UntypedActor
    {
        protected override void PreStart() => Context.ActorOf(Props.Create(() => new Specimen(reports)));

        protected override void PreRestart(Exception reason, object message)
        {
        }

        protected override void PostRestart(Exception reason) => reports.Tell("parent restarted");

        protected override void OnReceive(object message) => throw ((Fail)message).Cause;
    }

    private sealed class FailsInConstructor : UntypedActor
    {
        public FailsInConstructor(IActorRef reports)
        {
            reports.Tell("ctor");
            throw new InvalidOperationException("not yet");
        }

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class FailsFirst : UntypedActor
    {
        private readonly IActorRef _reports;

        public FailsFirst(IActorRef reports, StrongBox<int> failures)
        {
            _reports = reports;
            if (failures.Value-- > 0)
            {
                throw new InvalidOperationException("not yet");
            }
        }

        protected override void OnReceive(object message) => _reports.Tell(message);
    }

    private sealed class FailsIn(IActorRef reports, string hook) : UntypedActor
    {
        protected override void PreStart() => FailIf("PreStart");

        protected override void PreRestart(Exception reason, object message)
        {
            FailIf("PreRestart");
            base.PreRestart(reason, message);
        }

        protected override void PostRestart(Exception reason)
        {
            FailIf("PostRestart");
            base.PostRestart(reason);
        }

        protected override void PostStop() => reports.Tell("PostStop");

        protected override void OnReceive(object message)
        {
            if (message is Fail fail)
            {
                throw fail.Cause;
            }

            reports.Tell(message);
        }

        private void FailIf(string current)
        {
            if (hook == current)
            {
                throw new InvalidOperationException(hook);
            }
        }
    }

    private sealed class MakesChildInPostStop(IActorRef reports) : UntypedActor
    {
        protected override void PostStop()
        {
            try
            {
                Context.ActorOf(Props.Empty);
            }
            catch (InvalidOperationException refused)
            {
                reports.Tell(refused);
            }
        }

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class ShowsContext : UntypedActor
    {
        public object ContextNow => Context;

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Disposed(IActorRef reports) : UntypedActor, IDisposable
    {
        public void Dispose() => reports.Tell("disposed", ActorRefs.NoSender);

        protected override void OnReceive(object message)
        {
        }
    }
}
