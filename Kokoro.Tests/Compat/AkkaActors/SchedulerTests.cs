using Akka.Actor;
using Akka.TestKit;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class SchedulerTests : AkkaTest
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public SchedulerTests()
        : base(VirtualTime)
    {
    }

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Message_is_told_once_after_its_delay()
    {
        Sys.Scheduler.ScheduleTellOnce(Second, TestActor, "once", TestActor);
        Time.Advance(Second);
        ExpectMsg("once");
        Time.Advance(Second);
        AssertSilent();
    }

    [Fact]
    public void Message_is_told_repeatedly()
    {
        Sys.Scheduler.ScheduleTellRepeatedly(Second, Second, TestActor, "again", TestActor);
        Time.Advance(Second);
        Time.Advance(Second);
        ExpectMsg("again");
        ExpectMsg("again");
    }

    [Fact]
    public void Cancelled_message_is_not_told()
    {
        var cancelable = Sys.Scheduler.ScheduleTellOnceCancelable(Second, TestActor, "never", TestActor);
        cancelable.Cancel();
        Time.Advance(Second);
        AssertSilent();
        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void Cancelled_repetition_ends()
    {
        var cancelable = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(Second, Second, TestActor, "again", TestActor);
        Time.Advance(Second);
        ExpectMsg("again");
        cancelable.Cancel();
        Time.Advance(Second);
        AssertSilent();
    }

    [Fact]
    public void Action_runs_after_its_delay()
    {
        var ran = false;
        Sys.Scheduler.Advanced.ScheduleOnce(Second, () => ran = true);
        Assert.False(ran);
        Time.Advance(Second);
        Assert.True(ran);
    }

    [Fact]
    public void Cancelable_cancels_its_token()
    {
        var cancelable = new Cancelable(Sys.Scheduler);
        var token = cancelable.Token;
        cancelable.Cancel();
        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void Cancelable_can_cancel_itself_after_a_time()
    {
        var cancelable = new Cancelable(Sys.Scheduler, Second);
        Assert.False(cancelable.IsCancellationRequested);
        Time.Advance(Second);
        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void Monotonic_clock_runs_in_real_time()
    {
        var start = Sys.Scheduler.MonotonicClock;
        Time.Advance(TimeSpan.FromDays(1000));
        Assert.InRange(Sys.Scheduler.MonotonicClock - start, TimeSpan.Zero, TimeSpan.FromDays(1));
    }

    private void AssertSilent()
    {
        TestActor.Tell("marker");
        ExpectMsg("marker");
    }
}
