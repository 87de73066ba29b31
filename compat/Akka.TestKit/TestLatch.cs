using System;
using System.Threading;

namespace Akka.TestKit;

/// <summary>Opens after so many count-downs.</summary>
public class TestLatch
{
    private readonly CountdownEvent _latch;
    private readonly Func<TimeSpan, TimeSpan> _dilate;
    private readonly TimeSpan _defaultTimeout;

    public TestLatch()
        : this(1)
    {
    }

    public TestLatch(int count)
        : this(null, count, TimeSpan.FromSeconds(5))
    {
    }

    public TestLatch(Func<TimeSpan, TimeSpan> dilate, int count, TimeSpan defaultTimeout)
    {
        _latch = new CountdownEvent(count);
        _dilate = dilate ?? (duration => duration);
        _defaultTimeout = defaultTimeout;
    }

    public void CountDown() => _latch.Signal();

    public void Ready() => Ready(_defaultTimeout);

    /// <exception cref="TimeoutException">It did not open in time.</exception>
    public void Ready(TimeSpan timeout)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentException("TestLatch does not support waiting for Infinite Timeout");
        }

        if (!_latch.Wait(_dilate(timeout)))
        {
            throw new TimeoutException($"Timeout of {_dilate(timeout)}");
        }
    }
}
