using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Akka.Actor.Internal;
using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>
/// An actor with a handler for each type of message, named in its constructor or inside Become. The first handler that fits takes the
/// message.
/// </summary>
public abstract class ReceiveActor : UntypedActor, IInitializableActor
{
    private List<MessageHandler> _declaring = [];
    private List<MessageHandler> _handlers;

    protected ReceiveActor()
    {
    }

    void IInitializableActor.Init()
    {
        _handlers = _declaring;
        _declaring = null;
    }

    protected sealed override void OnReceive(object message) => Handle(_handlers, message);

    protected void Become(Action configure)
    {
        var handlers = Declare(configure);
        base.Become(message => Handle(handlers, message));
    }

    protected void Receive<T>(Action<T> handler, Predicate<T> shouldHandle = null) =>
        Add(new MessageHandler<T>(shouldHandle, Always(handler)));

    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    protected void Receive(Type messageType, Action<object> handler, Predicate<object> shouldHandle = null) =>
        Add(new UntypedMessageHandler(messageType, shouldHandle, Always(handler)));

    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Receive(messageType, handler, shouldHandle);

    /// <summary>A handler that returns false leaves the message to the next one.</summary>
    protected void Receive<T>(Func<T, bool> handler) => Add(new MessageHandler<T>(null, handler, mayDecline: true));

    protected void Receive(Type messageType, Func<object, bool> handler) =>
        Add(new UntypedMessageHandler(messageType, null, handler, mayDecline: true));

    /// <summary>Takes everything; must be the last.</summary>
    protected void ReceiveAny(Action<object> handler) => Receive(handler);

    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T> shouldHandle = null) =>
        Receive(Running<T>(message => handler((T)message)), shouldHandle);

    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) => ReceiveAsync(handler, shouldHandle);

    protected void ReceiveAsync(Type messageType, Func<object, Task> handler, Predicate<object> shouldHandle = null) =>
        Receive(messageType, Running<object>(handler), shouldHandle);

    protected void ReceiveAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) =>
        ReceiveAsync(messageType, handler, shouldHandle);

    protected void ReceiveAnyAsync(Func<object, Task> handler) => ReceiveAsync(handler);

    private static Func<T, bool> Always<T>(Action<T> handler) => message =>
    {
        handler(message);
        return true;
    };

    private static Action<T> Running<T>(Func<object, Task> handler) => message => ActorTaskScheduler.RunTask(handler, message);

    private void Handle(List<MessageHandler> handlers, object message)
    {
        foreach (var handler in handlers)
        {
            if (handler.TryHandle(message))
            {
                return;
            }
        }

        Unhandled(message);
    }

    private List<MessageHandler> Declare(Action configure)
    {
        var outer = _declaring;
        _declaring = [];
        try
        {
            configure();
            return _declaring;
        }
        finally
        {
            _declaring = outer;
        }
    }

    private void Add(MessageHandler handler)
    {
        if (_declaring is null)
        {
            throw new InvalidOperationException("You may only call Receive-methods when constructing the actor and inside Become().");
        }

        if (_declaring.Count > 0 && _declaring[^1].TakesAll)
        {
            throw new InvalidOperationException("A handler that catches all messages has been added. No handler can be added after that.");
        }

        _declaring.Add(handler);
    }
}
