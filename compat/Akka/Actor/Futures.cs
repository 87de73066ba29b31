using System;
using System.Threading;
using System.Threading.Tasks;

namespace Akka.Actor;

public static class Futures
{
    /// <inheritdoc cref="Ask{T}(ICanTell, Func{IActorRef, object}, TimeSpan?, CancellationToken)"/>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    /// <inheritdoc cref="Ask{T}(ICanTell, Func{IActorRef, object}, TimeSpan?, CancellationToken)"/>
    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    /// <inheritdoc cref="Ask{T}(ICanTell, Func{IActorRef, object}, TimeSpan?, CancellationToken)"/>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    /// <inheritdoc cref="Ask{T}(ICanTell, Func{IActorRef, object}, TimeSpan?, CancellationToken)"/>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    /// <inheritdoc cref="Ask{T}(ICanTell, Func{IActorRef, object}, TimeSpan?, CancellationToken)"/>
    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    /// <inheritdoc cref="Ask{T}(ICanTell, Func{IActorRef, object}, TimeSpan?, CancellationToken)"/>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var future = NewFuture<T>(self, timeout, cancellationToken);
        self.Tell(message, future);
        return future.Result;
    }

    /// <summary>
    /// Sends a message and takes the first answer. Ends with the answer, the exception of a <see cref="Status.Failure"/>, an
    /// <see cref="AskTimeoutException"/> or a cancellation; without a timeout it never ends if the target is dead.
    /// </summary>
    /// <param name="self">Whom to ask.</param>
    /// <param name="messageFactory">Makes the message, which may hold where to answer.</param>
    /// <param name="timeout">Null for akka.actor.ask-timeout; zero for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The answer is no <typeparamref name="T"/>.</exception>
    public static Task<T> Ask<T>(
        this ICanTell self,
        Func<IActorRef, object> messageFactory,
        TimeSpan? timeout,
        CancellationToken cancellationToken)
    {
        var future = NewFuture<T>(self, timeout, cancellationToken);
        self.Tell(messageFactory(future), future);
        return future.Result;
    }

    private static FutureActorRef<T> NewFuture<T>(ICanTell target, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var provider = target switch
        {
            IInternalActorRef { Provider: { } ofTarget } => ofTarget,
            ActorSelection selection => selection.Provider,
            _ => InternalCurrentActorCellKeeper.Current?.SystemImpl,
        };
        if (provider is null)
        {
            throw new ArgumentException("Unable to resolve the target Provider", nameof(target));
        }

        var future = new FutureActorRef<T>(provider, timeout ?? provider.Settings.AskTimeout);
        future.Arm(cancellationToken);
        return future;
    }
}
