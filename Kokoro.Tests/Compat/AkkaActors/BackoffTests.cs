using Akka.Actor;
using Akka.Pattern;
using Akka.TestKit;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class BackoffTests : AkkaTest
{
    private static readonly TimeSpan Min = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Max = TimeSpan.FromSeconds(3);
    private static readonly InvalidOperationException Bad = new("bad");

    public BackoffTests()
        : base(VirtualTime)
    {
    }

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Child_that_stops_is_made_again_after_the_pause()
    {
        var supervisor = Start(OnStop());
        StopChild(supervisor);
        AwaitPause(supervisor);
        Time.Advance(Min);
        ExpectMsg("ctor");
    }

    [Fact]
    public void Pause_doubles_up_to_the_longest()
    {
        var supervisor = Start(OnStop());
        foreach (var pause in new[] { 1, 2, 3, 3 })
        {
            StopChild(supervisor);
            AwaitPause(supervisor);
            Time.Advance(TimeSpan.FromSeconds(pause) - TimeSpan.FromMilliseconds(1));
            Assert.Null(ChildOf(supervisor));
            Time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Equal(["ctor", "PreStart"], ReceiveN(2).Cast<string>());
        }
    }

    [Fact]
    public void Supervisor_stops_after_the_last_retry()
    {
        var supervisor = Watch(Start(OnStop(maxNrOfRetries: 1)));
        StopChild(supervisor);
        AwaitPause(supervisor);
        Time.Advance(Min);
        Assert.Equal(["ctor", "PreStart"], ReceiveN(2).Cast<string>());
        ChildOf(supervisor)!.Tell(PoisonPill.Instance);
        ExpectMsg("PostStop");
        ExpectTerminated(supervisor);
    }

    [Fact]
    public void Child_that_fails_is_made_again_after_the_pause()
    {
        var supervisor = Start(OnFailure());
        supervisor.Tell(new Fail(Bad));
        FishForMessage<string>(message => message == "PostStop");
        AwaitPause(supervisor);
        Time.Advance(Min);
        ExpectMsg("ctor");
    }

    [Fact]
    public void Child_that_stops_by_itself_takes_a_supervisor_of_failures_with_it()
    {
        var supervisor = Watch(Start(OnFailure()));
        ChildOf(supervisor)!.Tell(PoisonPill.Instance);
        ExpectMsg("PostStop");
        ExpectTerminated(supervisor);
    }

    [Fact]
    public void Messages_pass_through_to_the_child()
    {
        Start(OnStop()).Tell("through");
        ExpectMsg("through");
    }

    [Fact]
    public void Message_during_a_pause_gets_the_reply_that_was_set()
    {
        var supervisor = Start(OnStop().WithReplyWhileStopped("later"));
        StopChild(supervisor);
        AwaitPause(supervisor);
        supervisor.Tell("now?");
        ExpectMsg("later");
    }

    [Fact]
    public void Restarts_are_counted()
    {
        var supervisor = Start(OnStop());
        Assert.Equal(0, CountOf(supervisor));
        StopChild(supervisor);
        AwaitPause(supervisor);
        Assert.Equal(1, CountOf(supervisor));
    }

    [Fact]
    public void Count_starts_anew_after_a_time_of_peace()
    {
        var supervisor = Start(OnStop().WithAutoReset(TimeSpan.FromSeconds(10)));
        StopChild(supervisor);
        AwaitPause(supervisor);
        Time.Advance(Min);
        Assert.Equal(["ctor", "PreStart"], ReceiveN(2).Cast<string>());
        Time.Advance(TimeSpan.FromSeconds(10));
        AwaitAssert(() => Assert.Equal(0, CountOf(supervisor)));
    }

    private BackoffOptions OnStop(int maxNrOfRetries = -1) =>
        Backoff.OnStop(Props.Create(() => new Specimen(TestActor)), "child", Min, Max, 0, maxNrOfRetries)
            .WithAutoReset(TimeSpan.FromHours(1));

    private BackoffOptions OnFailure() =>
        Backoff.OnFailure(Props.Create(() => new Specimen(TestActor)), "child", Min, Max, 0, -1).WithAutoReset(TimeSpan.FromHours(1));

    private IActorRef Start(BackoffOptions options)
    {
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(options), "supervisor");
        ExpectMsg("ctor");
        ExpectMsg("PreStart");
        return supervisor;
    }

    private void StopChild(IActorRef supervisor)
    {
        ChildOf(supervisor)!.Tell(PoisonPill.Instance);
        ExpectMsg("PostStop");
    }

    /// <summary>The supervisor hears of the death, and schedules, a moment after the child's PostStop.</summary>
    private void AwaitPause(IActorRef supervisor) =>
        AwaitAssert(() => Assert.Null(ChildOf(supervisor)), interval: TimeSpan.FromMilliseconds(1));

    private static IActorRef? ChildOf(IActorRef supervisor) =>
        supervisor.Ask<BackoffSupervisor.CurrentChild>(BackoffSupervisor.GetCurrentChild.Instance, Patience).GetAwaiter().GetResult().Ref;

    private static int CountOf(IActorRef supervisor) =>
        supervisor.Ask<BackoffSupervisor.RestartCount>(BackoffSupervisor.GetRestartCount.Instance, Patience).GetAwaiter().GetResult().Count;
}
