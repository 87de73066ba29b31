namespace Kokoro.Tests.NativeMessaging;

/// <summary>Time in which nobody waits long: what is waited for is over at once.</summary>
/// <param name="isStill">It does not pass either, so that nothing is ever late.</param>
internal sealed class HurriedTime(bool isStill = false) : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Passed => new(GetTimestamp());

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (!isStill)
            Interlocked.Add(ref _ticks, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
