using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What the test actor got, and from whom.</summary>
public abstract class MessageEnvelope
{
    public abstract object Message { get; }

    public abstract IActorRef Sender { get; }
}

internal sealed class RealMessageEnvelope(object message, IActorRef sender) : MessageEnvelope
{
    public override object Message => message;

    public override IActorRef Sender => sender;

    public override string ToString() => $"<{message}> from {sender}";
}

internal sealed class NullMessageEnvelope : MessageEnvelope
{
    internal static readonly NullMessageEnvelope Instance = new();

    public override object Message => null;

    public override IActorRef Sender => ActorRefs.NoSender;
}
