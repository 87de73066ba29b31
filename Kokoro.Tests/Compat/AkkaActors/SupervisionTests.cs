using Akka.Actor;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class SupervisionTests : AkkaTest
{
    private static readonly InvalidOperationException Bad = new("bad");

    [Fact]
    public void Default_restarts_a_child_that_fails()
    {
        var parent = NewParent(SupervisorStrategy.DefaultStrategy);
        parent.Tell("before");
        parent.Tell(new Fail(Bad));
        parent.Tell("count");
        Assert.Equal(0, FishForMessage<int>(_ => true));
    }

    [Fact]
    public void Default_stops_a_child_that_was_killed()
    {
        var child = Watch(ChildOf(NewParent(SupervisorStrategy.DefaultStrategy)));
        child.Tell(Kill.Instance);
        FishForMessage<Terminated>(terminated => terminated.ActorRef.Equals(child));
    }

    [Fact]
    public void Resume_keeps_the_instance_and_its_state()
    {
        var parent = NewParent(new OneForOneStrategy(_ => Directive.Resume));
        parent.Tell("before");
        parent.Tell(new Fail(Bad));
        parent.Tell("count");
        Assert.Equal(1, FishForMessage<int>(_ => true));
    }

    [Fact]
    public void Stop_ends_the_child()
    {
        var parent = NewParent(new OneForOneStrategy(_ => Directive.Stop));
        var child = Watch(ChildOf(parent));
        parent.Tell(new Fail(Bad));
        FishForMessage<Terminated>(terminated => terminated.ActorRef.Equals(child));
    }

    [Fact]
    public void Escalate_makes_the_parent_fail_with_the_exception_of_the_child_and_its_stack_trace()
    {
        var decider = Decider.From(failure =>
        {
            TestActor.Tell(failure);
            return Directive.Stop;
        });
        var failing = Props.Create(() => new Specimen(Sys.DeadLetters));
        var escalating = Props.Create(() => new Parent(new OneForOneStrategy(_ => Directive.Escalate), failing));
        var top = Sys.ActorOf(Props.Create(() => new Parent(new OneForOneStrategy(decider), escalating)));
        var cause = new InvalidOperationException("bad");
        top.Tell(new Fail(cause));
        var escalated = ExpectMsg<InvalidOperationException>();
        Assert.Same(cause, escalated);
        Assert.Contains($"{nameof(Specimen)}.OnReceive", escalated.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Decider_table_takes_the_first_row_that_fits()
    {
        var decider = Decider.From(Directive.Stop, Directive.Restart.When<IOException>(), Directive.Resume.When<SystemException>());
        Assert.Equal(Directive.Restart, decider.Decide(new FileNotFoundException()));
        Assert.Equal(Directive.Resume, decider.Decide(new InvalidOperationException()));
        Assert.Equal(Directive.Stop, decider.Decide(new HttpRequestException()));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    public void OneForOne_without_a_window_restarts_so_often_in_a_lifetime(int maxNrOfRetries, int restarts) =>
        AssertRestarts(new OneForOneStrategy(maxNrOfRetries, null, _ => Directive.Restart), restarts);

    [Theory]
    [InlineData(2, 2)]
    [InlineData(-1, 1)]
    public void OneForOne_with_a_window_restarts_so_often_in_it_and_once_where_there_is_no_number(int maxNrOfRetries, int restarts) =>
        AssertRestarts(new OneForOneStrategy(maxNrOfRetries, TimeSpan.FromHours(1), _ => Directive.Restart), restarts);

    [Fact]
    public void OneForOne_without_number_and_window_restarts_without_limit()
    {
        var parent = NewParent(new OneForOneStrategy(-1, Timeout.InfiniteTimeSpan, _ => Directive.Restart));
        for (var i = 0; i < 50; i++)
        {
            parent.Tell(new Fail(Bad));
        }

        parent.Tell("count");
        FishForMessage<int>(_ => true);
    }

    [Fact]
    public void OneForOne_leaves_the_siblings_alone()
    {
        var reports = CreateTestProbe();
        var parent = Sys.ActorOf(Props.Create(() => new TwoChildren(reports.Ref)));
        parent.Tell("for the other");
        reports.FishForMessage<string>(message => message == "for the other");
        parent.Tell(new Fail(Bad));
        reports.FishForMessage<string>(message => message == "PostRestart bad");
        parent.Tell("count");
        ExpectMsg(1);
    }

    [Fact]
    public void Child_that_waits_for_its_supervisor_keeps_its_messages_in_order()
    {
        using var decided = new ManualResetEventSlim();
        var parent = NewParent(new OneForOneStrategy(_ =>
        {
            decided.Wait(Patience);
            return Directive.Resume;
        }));
        var child = ChildOf(parent);
        child.Tell(new Fail(Bad));
        child.Tell("1");
        child.Tell("2");
        decided.Set();
        FishForMessage<string>(message => message == "1");
        ExpectMsg("2");
    }

    [Fact]
    public void Restart_is_logged_as_an_error_of_the_child_with_the_message_of_the_exception()
    {
        using var loud = new Louder();
        loud.AssertLogged();
    }

    private void AssertRestarts(SupervisorStrategy strategy, int restarts)
    {
        var parent = NewParent(strategy);
        var child = Watch(ChildOf(parent));
        for (var i = 0; i < restarts; i++)
        {
            child.Tell(new Fail(Bad));
            FishForMessage<string>(message => message == "PostRestart bad");
        }

        child.Tell("still here");
        FishForMessage<string>(message => message == "still here");
        child.Tell(new Fail(Bad));
        FishForMessage<Terminated>(terminated => terminated.ActorRef.Equals(child));
    }

    private IActorRef NewParent(SupervisorStrategy strategy) =>
        Sys.ActorOf(Props.Create(() => new Parent(strategy, Props.Create(() => new Specimen(TestActor)))));

    private IActorRef ChildOf(IActorRef parent) => parent.Ask<IActorRef>("child", Patience).GetAwaiter().GetResult();

    private sealed class TwoChildren : UntypedActor
    {
        private readonly IActorRef _failing;
        private readonly IActorRef _other;

        public TwoChildren(IActorRef reports)
        {
            _failing = Context.ActorOf(Props.Create(() => new Specimen(reports)));
            _other = Context.ActorOf(Props.Create(() => new Specimen(reports)));
        }

        protected override void OnReceive(object message) => (message is Fail ? _failing : _other).Forward(message);
    }

    private sealed class Louder : AkkaTest
    {
        public Louder()
            : base("akka.loglevel = WARNING")
        {
        }

        public void AssertLogged()
        {
            var actor = Sys.ActorOf(Props.Create(() => new Specimen(Sys.DeadLetters)), "failing");
            EventFilter.Exception<InvalidOperationException>(message: "bad", source: actor.Path.ToString())
                .ExpectOne(() => actor.Tell(new Fail(Bad)));
        }
    }
}
