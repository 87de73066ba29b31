using System;

namespace Akka.Actor.Internal;

internal abstract class MessageHandler
{
    /// <summary>Nothing can come after it.</summary>
    internal abstract bool TakesAll { get; }

    internal abstract bool TryHandle(object message);
}

internal sealed class MessageHandler<T>(Predicate<T> shouldHandle, Func<T, bool> handler, bool mayDecline = false) : MessageHandler
{
    internal override bool TakesAll { get; } = typeof(T) == typeof(object) && shouldHandle is null && !mayDecline;

    internal override bool TryHandle(object message) =>
        message is T fitting && (shouldHandle is null || shouldHandle(fitting)) && handler(fitting);
}

internal sealed class UntypedMessageHandler(
    Type type,
    Predicate<object> shouldHandle,
    Func<object,
    bool> handler,
    bool mayDecline = false) : MessageHandler
{
    internal override bool TakesAll { get; } = type == typeof(object) && shouldHandle is null && !mayDecline;

    internal override bool TryHandle(object message) =>
        type.IsInstanceOfType(message) && (shouldHandle is null || shouldHandle(message)) && handler(message);
}
