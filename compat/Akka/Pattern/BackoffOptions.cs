using System;
using Akka.Actor;

namespace Akka.Pattern;

public abstract class BackoffOptions
{
    private protected BackoffOptions()
    {
    }

    /// <summary>Without it, the count starts anew once a child has lived for minBackoff.</summary>
    public abstract BackoffOptions WithAutoReset(TimeSpan resetBackoff);

    /// <summary>The count starts anew only when the child sends <see cref="BackoffSupervisor.Reset"/>.</summary>
    public abstract BackoffOptions WithManualReset();

    /// <summary>On stop: decides over the child's failures. On failure: a decision to restart is one for a pause.</summary>
    public abstract BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy);

    /// <summary>Answers messages that come during a pause, which else are dead letters.</summary>
    public abstract BackoffOptions WithReplyWhileStopped(object replyWhileStopped);

    public abstract BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries);

    internal abstract Props Props { get; }
}

internal sealed record BackoffSettings(
    bool IsOnStop,
    Props ChildProps,
    string ChildName,
    TimeSpan MinBackoff,
    TimeSpan MaxBackoff,
    double RandomFactor,
    int MaxNrOfRetries)
{
    /// <summary>Null for a manual reset.</summary>
    internal TimeSpan? AutoReset { get; init; } = MinBackoff;

    internal OneForOneStrategy Strategy { get; init; } = new(SupervisorStrategy.DefaultDecider);

    internal object ReplyWhileStopped { get; init; }
}

internal sealed class BackoffOptionsImpl : BackoffOptions
{
    private readonly BackoffSettings _settings;

    internal BackoffOptionsImpl(
        bool isOnStop,
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        double randomFactor,
        int maxNrOfRetries)
        : this(new BackoffSettings(isOnStop, childProps, childName, minBackoff, maxBackoff, randomFactor, maxNrOfRetries))
    {
    }

    private BackoffOptionsImpl(BackoffSettings settings) => _settings = settings;

    internal override Props Props
    {
        get
        {
            Require(_settings.MinBackoff > TimeSpan.Zero, "minBackoff must be greater than 0");
            Require(_settings.MaxBackoff >= _settings.MinBackoff, "maxBackoff must be greater than minBackoff");
            Require(_settings.RandomFactor is >= 0 and <= 1, "randomFactor must be between 0.0 and 1.0");
            var settings = _settings;
            return Props.Create(() => new BackoffSupervisor(settings));
        }
    }

    public override BackoffOptions WithAutoReset(TimeSpan resetBackoff) =>
        new BackoffOptionsImpl(_settings with { AutoReset = resetBackoff });

    public override BackoffOptions WithManualReset() => new BackoffOptionsImpl(_settings with { AutoReset = null });

    public override BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy) =>
        new BackoffOptionsImpl(_settings with { Strategy = supervisorStrategy });

    public override BackoffOptions WithReplyWhileStopped(object replyWhileStopped) =>
        new BackoffOptionsImpl(_settings with { ReplyWhileStopped = replyWhileStopped });

    public override BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries) =>
        new BackoffOptionsImpl(_settings with { MaxNrOfRetries = maxNrOfRetries });

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new ArgumentException(rule);
        }
    }
}
