using System;
using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>The decision holds for the child that failed and for no other.</summary>
public class OneForOneStrategy : SupervisorStrategy, IEquatable<OneForOneStrategy>
{
    private const int Unlimited = -1;
    private readonly IDecider _decider;

    public OneForOneStrategy(IDecider decider)
        : this(Unlimited, Unlimited, decider)
    {
    }

    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(Unlimited, Unlimited, localOnlyDecider)
    {
    }

    /// <param name="maxNrOfRetries">Restarts in the window, or in a lifetime where there is none; 0 for never. Null or -1 for no limit,
    /// which with a window means one.</param>
    /// <param name="withinTimeRange">The window, which starts at its first failure; null or infinite for none.</param>
    /// <param name="decider">Decides by the exception.</param>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : this(maxNrOfRetries ?? Unlimited, (int?)withinTimeRange?.TotalMilliseconds ?? Unlimited, decider)
    {
    }

    /// <inheritdoc cref="OneForOneStrategy(int?, TimeSpan?, IDecider)"/>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries, withinTimeRange, Actor.Decider.From(localOnlyDecider))
    {
    }

    public OneForOneStrategy(
        int maxNrOfRetries,
        int withinTimeMilliseconds,
        Func<Exception, Directive> localOnlyDecider,
        bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, Actor.Decider.From(localOnlyDecider), loggingEnabled)
    {
    }

    public OneForOneStrategy(int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
    {
        MaxNumberOfRetries = maxNrOfRetries;
        WithinTimeRangeMilliseconds = withinTimeMilliseconds;
        _decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    public int MaxNumberOfRetries { get; }

    public int WithinTimeRangeMilliseconds { get; }

    public override IDecider Decider => _decider;

    public bool Equals(OneForOneStrategy other) =>
        other is not null && MaxNumberOfRetries == other.MaxNumberOfRetries
        && WithinTimeRangeMilliseconds == other.WithinTimeRangeMilliseconds && Decider.Equals(other.Decider);

    public override bool Equals(object obj) => Equals(obj as OneForOneStrategy);

    public override int GetHashCode() => HashCode.Combine(MaxNumberOfRetries, WithinTimeRangeMilliseconds, Decider);

    protected override Directive Handle(IActorRef child, Exception exception) => Decider.Decide(exception);

    internal override void ProcessFailure(ActorCell parent, bool restart, ChildStats child, Exception cause)
    {
        if (restart && child.RequestRestartPermission(MaxNumberOfRetries, WithinTimeRangeMilliseconds))
        {
            child.Child.Restart(cause);
        }
        else
        {
            parent.Stop(child.Child);
        }
    }
}
