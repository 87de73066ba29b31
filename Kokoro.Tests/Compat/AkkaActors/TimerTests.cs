using Akka.Actor;
using Akka.TestKit;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class TimerTests : AkkaTest
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public TimerTests()
        : base(VirtualTime)
    {
    }

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Single_timer_fires_once_and_not_early()
    {
        var actor = Start(timers => timers.StartSingleTimer("key", "tick", Second));
        Time.Advance(Second - TimeSpan.FromMilliseconds(1));
        AssertSilent(actor);
        Time.Advance(Second);
        ExpectMsg("tick");
        Time.Advance(Second);
        AssertSilent(actor);
    }

    [Fact]
    public void Periodic_timer_fires_again_and_again()
    {
        Start(timers => timers.StartPeriodicTimer("key", "tick", Second));
        for (var i = 0; i < 3; i++)
        {
            Time.Advance(Second);
            ExpectMsg("tick");
        }
    }

    [Fact]
    public void Periodic_timer_can_begin_after_another_time()
    {
        var actor = Start(timers => timers.StartPeriodicTimer("key", "tick", Second * 5, Second));
        Time.Advance(Second);
        AssertSilent(actor);
        Time.Advance(Second * 4);
        ExpectMsg("tick");
        Time.Advance(Second);
        ExpectMsg("tick");
    }

    [Fact]
    public void Cancelled_timer_does_not_fire()
    {
        var actor = Start(timers =>
        {
            timers.StartSingleTimer("key", "tick", Second);
            timers.Cancel("key");
        });
        Time.Advance(Second);
        AssertSilent(actor);
    }

    [Fact]
    public void Cancelled_timer_is_not_delivered_even_if_its_message_is_queued()
    {
        using var gate = new ManualResetEventSlim();
        var actor = Start(timers => timers.StartSingleTimer("key", "tick", Second));
        actor.Tell(gate);
        actor.Tell((Action<ITimerScheduler>)(timers => timers.Cancel("key")));
        Time.Advance(Second);
        gate.Set();
        AssertSilent(actor);
    }

    [Fact]
    public void Timer_with_the_same_key_takes_the_place_of_the_former()
    {
        Start(timers =>
        {
            timers.StartSingleTimer("key", "former", Second);
            timers.StartSingleTimer("key", "latter", Second);
        });
        Time.Advance(Second);
        ExpectMsg("latter");
    }

    [Fact]
    public void Active_timer_is_known_until_it_has_fired()
    {
        var actor = Start(timers => timers.StartSingleTimer("key", "tick", Second));
        actor.Tell("is active");
        ExpectMsg(true);
        Time.Advance(Second);
        ExpectMsg("tick");
        actor.Tell("is active");
        ExpectMsg(false);
    }

    [Fact]
    public void Restart_cancels_all_timers()
    {
        var actor = Start(timers => timers.StartPeriodicTimer("key", "tick", Second));
        actor.Tell(new Fail(new InvalidOperationException("bad")));
        AssertSilent(actor);
        Time.Advance(Second);
        AssertSilent(actor);
    }

    private IActorRef Start(Action<ITimerScheduler> begin)
    {
        var actor = Sys.ActorOf(Props.Create(() => new Timed(TestActor)));
        actor.Tell(begin);
        AwaitIdle(actor);
        return actor;
    }

    private void AssertSilent(IActorRef actor)
    {
        actor.Tell("marker");
        ExpectMsg("marker");
    }

    private sealed class Timed(IActorRef reports) : UntypedActor, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Action<ITimerScheduler> order:
                    order(Timers);
                    break;
                case ManualResetEventSlim gate:
                    gate.Wait(Patience);
                    break;
                case Fail fail:
                    throw fail.Cause;
                case "is active":
                    reports.Tell(Timers.IsTimerActive("key"));
                    break;
                default:
                    reports.Tell(message);
                    break;
            }
        }
    }
}
