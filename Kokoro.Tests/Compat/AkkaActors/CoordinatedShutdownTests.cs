using Akka;
using Akka.Actor;
using Akka.TestKit.TestActors;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class CoordinatedShutdownTests : AkkaTest
{
    private readonly List<string> _done = [];

    public CoordinatedShutdownTests()
        : base("akka.coordinated-shutdown.phases.service-stop.timeout = 50ms")
    {
    }

    private CoordinatedShutdown Ending => CoordinatedShutdown.Get(Sys);

    [Fact]
    public async Task Phases_run_in_their_order_and_the_actors_end_last()
    {
        var actor = Sys.ActorOf(Props.Create(() => new TellsItsEnd(_done)));
        AwaitIdle(actor);
        Add(CoordinatedShutdown.PhaseServiceRequestsDone);
        Add(CoordinatedShutdown.PhaseBeforeServiceUnbind);
        Add(CoordinatedShutdown.PhaseServiceUnbind);
        await Ending.Run(CoordinatedShutdown.ClrExitReason.Instance);
        Assert.Equal(["before-service-unbind", "service-unbind", "service-requests-done", "actor"], _done);
    }

    [Fact]
    public async Task Task_that_fails_holds_nothing_up()
    {
        Ending.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "bad", () => throw new InvalidOperationException("bad"));
        Ending.AddTask(
            CoordinatedShutdown.PhaseServiceUnbind,
            "bad later",
            () => Task.FromException<Done>(new InvalidOperationException("bad")));
        Add(CoordinatedShutdown.PhaseServiceRequestsDone);
        await Ending.Run(CoordinatedShutdown.ClrExitReason.Instance);
        Assert.Equal(["service-requests-done"], _done);
    }

    [Fact]
    public async Task Phase_whose_time_is_up_is_left()
    {
        Ending.AddTask(CoordinatedShutdown.PhaseServiceStop, "endless", () => new TaskCompletionSource<Done>().Task);
        Add(CoordinatedShutdown.PhaseBeforeActorSystemTerminate);
        await Ending.Run(CoordinatedShutdown.ClrExitReason.Instance);
        Assert.Equal(["before-actor-system-terminate"], _done);
    }

    [Fact]
    public async Task Run_twice_runs_once_and_keeps_the_first_reason()
    {
        Add(CoordinatedShutdown.PhaseServiceUnbind);
        var first = Ending.Run(CoordinatedShutdown.ClrExitReason.Instance);
        var second = Ending.Run(CoordinatedShutdown.UnknownReason.Instance);
        await Task.WhenAll(first, second);
        Assert.Equal(["service-unbind"], _done);
        Assert.Same(CoordinatedShutdown.ClrExitReason.Instance, Ending.ShutdownReason);
    }

    [Fact]
    public async Task Terminate_runs_it_for_that_reason()
    {
        Add(CoordinatedShutdown.PhaseServiceUnbind);
        await Sys.Terminate();
        Assert.Equal(["service-unbind"], _done);
        Assert.Same(CoordinatedShutdown.ActorSystemTerminateReason.Instance, Ending.ShutdownReason);
    }

    [Fact]
    public void Reason_is_null_before_it_was_run() => Assert.Null(Ending.ShutdownReason);

    [Fact]
    public void Phase_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentException>(() => Ending.AddTask("tea-time", "tea", () => Task.FromResult(Done.Instance)));

    [Fact]
    public async Task System_that_has_ended_makes_no_more_actors()
    {
        await Sys.Terminate();
        Assert.Throws<InvalidOperationException>(() => Sys.ActorOf(BlackHoleActor.Props));
    }

    private void Add(string phase) => Ending.AddTask(phase, phase, () =>
    {
        lock (_done)
        {
            _done.Add(phase);
        }

        return Task.FromResult(Done.Instance);
    });

    private sealed class TellsItsEnd(List<string> done) : UntypedActor
    {
        protected override void PostStop()
        {
            lock (done)
            {
                done.Add("actor");
            }
        }

        protected override void OnReceive(object message)
        {
        }
    }
}
