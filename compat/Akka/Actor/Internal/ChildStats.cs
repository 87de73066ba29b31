using System;
using System.Diagnostics;

namespace Akka.Actor.Internal;

/// <summary>A child and how often it was restarted.</summary>
internal sealed class ChildStats(IInternalActorRef child)
{
    private int _restarts;
    private long _windowStart;

    internal IInternalActorRef Child { get; } = child;

    internal long Uid => Child.Path.Uid;

    /// <summary>
    /// Without a window: so many restarts in a lifetime, or any number below zero. With one: so many in a window that starts at its first
    /// failure; below zero means one, as in the original.
    /// </summary>
    /// <param name="maxNrOfRetries">0 for never, negative for no limit of its own.</param>
    /// <param name="withinTimeMilliseconds">The window; zero or less for none.</param>
    internal bool RequestRestartPermission(int maxNrOfRetries, int withinTimeMilliseconds)
    {
        if (maxNrOfRetries == 0)
        {
            return false;
        }

        if (withinTimeMilliseconds > 0)
        {
            return IsOkayInWindow(Math.Max(maxNrOfRetries, 1), TimeSpan.FromMilliseconds(withinTimeMilliseconds));
        }

        return maxNrOfRetries < 0 || ++_restarts <= maxNrOfRetries;
    }

    private bool IsOkayInWindow(int retries, TimeSpan window)
    {
        var now = Stopwatch.GetTimestamp();
        if (_restarts == 0 || Stopwatch.GetElapsedTime(_windowStart, now) > window)
        {
            _windowStart = now;
            _restarts = 1;
            return true;
        }

        return ++_restarts <= retries;
    }
}
