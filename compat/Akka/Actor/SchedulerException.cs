namespace Akka.Actor;

/// <summary>The scheduler has ended, or was asked for the impossible.</summary>
public sealed class SchedulerException : AkkaException
{
    public SchedulerException(string message)
        : base(message)
    {
    }
}
