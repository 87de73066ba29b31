using System;
using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>Which log events a test waits for or does not want to see.</summary>
internal sealed class EventFilterBase(Predicate<LogEvent> matches)
{
    internal event Action<LogEvent> Matched = _ => { };

    internal EventFilterBase Copy() => new(matches);

    internal bool Apply(LogEvent logEvent)
    {
        var isMatch = matches(logEvent);
        if (isMatch)
        {
            Matched(logEvent);
        }

        return isMatch;
    }
}
