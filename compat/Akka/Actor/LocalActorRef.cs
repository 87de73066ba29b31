using System;
using System.Collections.Generic;
using System.Linq;
using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The reference to an actor of this process.</summary>
public class LocalActorRef : ActorRefBase, IInternalActorRef
{
    internal LocalActorRef(
        ActorSystemImpl system,
        Props props,
        MessageDispatcher dispatcher,
        MailboxType mailboxType,
        IInternalActorRef supervisor,
        ActorPath path)
    {
        Path = path;
        Cell = new ActorCell(system, this, props, dispatcher, mailboxType, supervisor);
    }

    public override ActorPath Path { get; }

    public IInternalActorRef Parent => Cell.Parent;

    public IActorRefProvider Provider => Cell.SystemImpl;

    public bool IsLocal => true;

    internal ActorCell Cell { get; }

    public IActorRef GetChild(IReadOnlyList<string> name)
    {
        IInternalActorRef current = this;
        foreach (var element in name)
        {
            current = element switch
            {
                "" => current,
                ".." => current.Parent,
                _ => (current as LocalActorRef)?.GetSingleChild(element) ?? ActorRefs.Nobody,
            };
        }

        return current;
    }

    public void Start() => Cell.SendSystemMessage(new Create());

    public void Stop() => Cell.SendSystemMessage(new Terminate());

    public void Suspend() => Cell.SendSystemMessage(new Suspend());

    public void Resume(Exception causedByFailure = null) => Cell.SendSystemMessage(new Resume(causedByFailure));

    public void Restart(Exception cause) => Cell.SendSystemMessage(new Recreate(cause));

    public void SendSystemMessage(ISystemMessage message) => Cell.SendSystemMessage((SystemMessage)message);

    protected override void TellInternal(object message, IActorRef sender) => Cell.SendMessage(new Envelope(message, sender));

    /// <summary>A name may carry a uid: name#uid finds only that one.</summary>
    internal IInternalActorRef GetSingleChild(string name)
    {
        var hash = name.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0)
        {
            return Cell.GetSingleChild(name);
        }

        var child = Cell.GetSingleChild(name[..hash]);
        return child.Path.Uid.ToString() == name[(hash + 1)..] ? child : ActorRefs.Nobody;
    }
}
