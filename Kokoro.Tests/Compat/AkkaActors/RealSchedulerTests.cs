using System.Diagnostics;
using Akka.Actor;

namespace Kokoro.Tests.Compat.AkkaActors;

/// <summary>
/// The scheduler of a system in real time, which these tests cannot turn forward: short delays, waited for by their effect.
/// </summary>
public sealed class RealSchedulerTests : AkkaTest
{
    [Fact]
    public void Message_is_never_told_early()
    {
        var delay = TimeSpan.FromMilliseconds(25);
        var start = Stopwatch.GetTimestamp();
        Sys.Scheduler.ScheduleTellOnce(delay, TestActor, "told", TestActor);
        ExpectMsg("told");
        Assert.True(Stopwatch.GetElapsedTime(start) >= delay);
    }

    [Fact]
    public void Messages_are_told_in_the_order_of_their_delays()
    {
        foreach (var milliseconds in new[] { 90, 30, 60 })
        {
            Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(milliseconds), TestActor, milliseconds, TestActor);
        }

        Assert.Equal([30, 60, 90], ReceiveN(3).Cast<int>());
    }

    [Fact]
    public void Repetition_goes_on_until_it_is_cancelled()
    {
        var cancelable = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(
            TimeSpan.Zero,
            TimeSpan.FromMilliseconds(10),
            TestActor,
            "again",
            TestActor);
        ReceiveN(5);
        cancelable.Cancel();
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.Zero, TestActor, "cancelled", TestActor);
        FishForMessage<string>(message => message == "cancelled");
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(50), TestActor, "five intervals later", TestActor);
        ExpectMsg("five intervals later");
    }

    [Fact]
    public void Many_cancelled_messages_leave_the_others_alone()
    {
        var delay = TimeSpan.FromMilliseconds(50);
        for (var i = 0; i < 10_000; i++)
        {
            Sys.Scheduler.ScheduleTellOnceCancelable(delay, TestActor, "never", TestActor).Cancel();
        }

        Sys.Scheduler.ScheduleTellOnce(delay, TestActor, "told", TestActor);
        ExpectMsg("told");
    }
}
