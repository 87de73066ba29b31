using System;
using System.Collections.Generic;
using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// What lives on while instances of an actor come and go: its mailbox, behaviour, children, watches and failure. Apart from the children,
/// which outsiders may add to, it is touched only on the actor's turn.
/// </summary>
internal sealed partial class ActorCell : IUntypedActorContext
{
    private readonly Mailbox _mailbox;
    private ActorBase _actor;
    private Receive _behaviour;
    private Stack<Receive> _formerBehaviours;
    private object _message;
    private IActorRef _sender;
    private long _lastName;

    internal ActorCell(
        ActorSystemImpl system,
        LocalActorRef self,
        Props props,
        MessageDispatcher dispatcher,
        MailboxType mailboxType,
        IInternalActorRef parent)
    {
        SystemImpl = system;
        Self = self;
        Props = props;
        Dispatcher = dispatcher;
        Parent = parent;
        _mailbox = new Mailbox(this, mailboxType.Create(system), dispatcher);
    }

    public LocalActorRef Self { get; }

    public Props Props { get; }

    public MessageDispatcher Dispatcher { get; }

    public IInternalActorRef Parent { get; }

    public IActorRef Sender => _sender ?? SystemImpl.DeadLetters;

    public ActorSystem System => SystemImpl;

    IActorRef IActorContext.Self => Self;

    IActorRef IActorContext.Parent => Parent;

    internal ActorSystemImpl SystemImpl { get; }

    internal Mailbox Mailbox => _mailbox;

    internal ActorBase CurrentActor => _actor;

    /// <summary>Counts messages, so that a stash can tell whether it has the current one already.</summary>
    internal long CurrentEnvelopeId { get; private set; }

    internal Envelope CurrentEnvelope => new(_message, _sender);

    internal static IActorRef GetCurrentSelfOrNoSender() => InternalCurrentActorCellKeeper.Current?.Self;

    internal static IActorRef GetCurrentSenderOrNoSender() => InternalCurrentActorCellKeeper.Current?.Sender;

    public void Become(Receive receive) => _behaviour = receive;

    public void BecomeStacked(Receive receive)
    {
        (_formerBehaviours ??= new Stack<Receive>()).Push(_behaviour);
        _behaviour = receive;
    }

    public void UnbecomeStacked()
    {
        if (_formerBehaviours is { Count: > 0 })
        {
            _behaviour = _formerBehaviours.Pop();
        }
    }

    void IUntypedActorContext.Become(UntypedReceive receive) => Become(Handling(receive));

    void IUntypedActorContext.BecomeStacked(UntypedReceive receive) => BecomeStacked(Handling(receive));

    public ActorSelection ActorSelection(ActorPath actorPath) => SystemImpl.ActorSelection(actorPath);

    public ActorSelection ActorSelection(string actorPath) => Akka.Actor.ActorSelection.Of(actorPath, SystemImpl, relativeTo: Self);

    internal void SendMessage(Envelope envelope) => _mailbox.Enqueue(envelope);

    internal void SendSystemMessage(SystemMessage message) => _mailbox.EnqueueSystem(message);

    internal void Invoke(Envelope envelope)
    {
        if (envelope.Message is TimerMessage timer && !timer.TryAccept(_actor, envelope.Sender, out envelope))
        {
            return;
        }

        CurrentEnvelopeId++;
        _message = envelope.Message;
        _sender = envelope.Sender;
        var countsAsTraffic = _receiveTimeout is not null && _message is not INotInfluenceReceiveTimeout;
        if (countsAsTraffic)
        {
            CancelReceiveTimeout();
        }

        try
        {
            if (_message is IAutoReceivedMessage)
            {
                AutoReceive(_message);
            }
            else
            {
                _actor.AroundReceive(_behaviour, _message);
            }

            _message = null;
            _sender = null;
        }
        catch (Exception failure)
        {
            HandleInvokeFailure(failure);
        }

        if (countsAsTraffic || _receiveTimeout is { IsPending: false })
        {
            ScheduleReceiveTimeout();
        }
    }

    internal void Publish(object @event) => SystemImpl.EventStream.Publish(@event);

    private void AutoReceive(object message)
    {
        switch (message)
        {
            case Terminated terminated:
                ReceiveTerminated(terminated);
                break;
            case PoisonPill:
                Self.Stop();
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, Self));
                break;
            default:
                _actor.AroundReceive(_behaviour, message);
                break;
        }
    }

    private static Receive Handling(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };
}
