using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Akka.Actor;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>
    /// The next message must be a <typeparamref name="T"/>, and come in time: within what is left of Within, else within
    /// akka.test.single-expect-default.
    /// </summary>
    public T ExpectMsg<T>(TimeSpan? duration = null, string hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(duration, null, hint, cancellationToken);

    /// <inheritdoc cref="ExpectMsg{T}(TimeSpan?, string, CancellationToken)"/>
    public ValueTask<T> ExpectMsgAsync<T>(TimeSpan? duration = null, string hint = null, CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(duration, null, hint, cancellationToken);

    /// <summary>The next message must equal this one.</summary>
    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(timeout, (actual, _) => _assertions.AssertEqual(message, actual, hint ?? ""), hint, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        T message,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(timeout, (actual, _) => _assertions.AssertEqual(message, actual, hint ?? ""), hint, cancellationToken);

    public T ExpectMsg<T>(
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default) =>
        Expect<T>(timeout, Fits(isMessage, hint), hint, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        Predicate<T> isMessage,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(timeout, Fits(isMessage, hint), hint, cancellationToken);

    public T ExpectMsg<T>(Action<T> assert, TimeSpan? timeout = null, string hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(timeout, (actual, _) => assert(actual), hint, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T> assert,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(timeout, (actual, _) => assert(actual), hint, cancellationToken);

    public T ExpectMsg<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default) =>
        Expect<T>(timeout, Fits(isMessageAndSender, hint), hint, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(timeout, Fits(isMessageAndSender, hint), hint, cancellationToken);

    public T ExpectMsg<T>(
        Action<T, IActorRef> assertMessageAndSender,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(timeout, assertMessageAndSender, hint, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T, IActorRef> assertMessageAndSender,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectAsync(timeout, assertMessageAndSender, hint, cancellationToken);

    public T ExpectMsg<T>(
        T expected,
        Func<T, T, bool> comparer,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default) =>
        Expect<T>(timeout, (actual, _) => _assertions.AssertEqual(expected, actual, comparer, hint ?? ""), hint, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        T expected,
        Func<T, T, bool> comparer,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectAsync<T>(timeout, (actual, _) => _assertions.AssertEqual(expected, actual, comparer, hint ?? ""), hint, cancellationToken);

    /// <summary>The next message must say that this actor is dead. It must be watched.</summary>
    public Terminated ExpectTerminated(
        IActorRef target,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default) =>
        Expect<Terminated>(
            timeout,
            (actual, _) => _assertions.AssertEqual(target, actual.ActorRef, hint ?? ""),
            hint ?? $"Terminated {target}",
            cancellationToken);

    public ValueTask<Terminated> ExpectTerminatedAsync(
        IActorRef target,
        TimeSpan? timeout = null,
        string hint = null,
        CancellationToken cancellationToken = default) =>
        ExpectAsync<Terminated>(
            timeout,
            (actual, _) => _assertions.AssertEqual(target, actual.ActorRef, hint ?? ""),
            hint ?? $"Terminated {target}",
            cancellationToken);

    public void ExpectNoMsg(CancellationToken cancellationToken = default) => ExpectNothing(RemainingOrDefault, cancellationToken);

    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default) =>
        ExpectNothing(Dilated(duration), cancellationToken);

    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsg(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    public ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default) =>
        ExpectNothingAsync(RemainingOrDefault, cancellationToken);

    public ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default) =>
        ExpectNothingAsync(Dilated(duration), cancellationToken);

    public ValueTask ExpectNoMsgAsync(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsgAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    /// <summary>As many messages as given, each equal to one of them, in any order.</summary>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages) => ExpectMsgAllOf((IReadOnlyCollection<T>)messages);

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        ExpectMsgAllOf(RemainingOrDefault, messages, cancellationToken);

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        TimeSpan max,
        IReadOnlyCollection<T> messages,
        CancellationToken cancellationToken = default)
    {
        var received = ReceiveN(messages.Count, max, cancellationToken);
        var missing = messages.Where(message => !received.Any(got => got is T && EqualityComparer<T>.Default.Equals(message, (T)got)))
            .ToList();
        var unexpected = received.Where(got => got is not T fitting || !messages.Contains(fitting)).ToList();
        _assertions.AssertTrue(
            missing.Count == 0 && unexpected.Count == 0,
            "not found [{0}], found unexpected [{1}]",
            string.Join(", ", missing),
            string.Join(", ", unexpected));
        return [.. received.Cast<T>()];
    }

    private T Expect<T>(TimeSpan? timeout, Action<T, IActorRef> assert, string hint, CancellationToken cancellationToken)
    {
        var patience = RemainingOrDilated(timeout);
        TryReceiveOne(out var envelope, patience, cancellationToken);
        return Check(envelope, patience, assert, hint);
    }

    private async ValueTask<T> ExpectAsync<T>(
        TimeSpan? timeout,
        Action<T, IActorRef> assert,
        string hint,
        CancellationToken cancellationToken)
    {
        var patience = RemainingOrDilated(timeout);
        var (_, envelope) = await TryReceiveOneAsync(patience, cancellationToken).ConfigureAwait(false);
        return Check(envelope, patience, assert, hint);
    }

    private T Check<T>(MessageEnvelope envelope, TimeSpan patience, Action<T, IActorRef> assert, string hint)
    {
        var (message, sender) = (envelope.Message, envelope.Sender);
        FailUnless(message is not null, "Failed: Timeout {0} while waiting for a message of type {1} {2}", patience, typeof(T), hint ?? "");
        FailUnless(
            message is T,
            "Failed: Expected a message of type {0}, but received {{{2}}} (type {1}) instead {3} from {4}",
            typeof(T),
            message?.GetType(),
            message,
            hint ?? "",
            sender);
        assert?.Invoke((T)message, sender);
        return (T)message;
    }

    private void ExpectNothing(TimeSpan duration, CancellationToken cancellationToken)
    {
        TryReceiveOne(out var envelope, duration, cancellationToken);
        CheckNothing(envelope, duration);
    }

    private async ValueTask ExpectNothingAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var (_, envelope) = await TryReceiveOneAsync(duration, cancellationToken).ConfigureAwait(false);
        CheckNothing(envelope, duration);
    }

    private void CheckNothing(MessageEnvelope envelope, TimeSpan duration)
    {
        _lastWasNoMsg = true;
        FailUnless(
            envelope is not RealMessageEnvelope,
            "Failed: Expected no messages during {0}, instead we received {1}",
            duration,
            envelope);
    }

    private Action<T, IActorRef> Fits<T>(Predicate<T> isMessage, string hint) => (actual, _) =>
        _assertions.AssertTrue(
            isMessage(actual),
            "Got a message of the expected type <{0}>. Also expected {1} but the message {{{2}}} did not match",
            typeof(T),
            hint ?? "the predicate to return true",
            actual);

    private Action<T, IActorRef> Fits<T>(Func<T, IActorRef, bool> isMessageAndSender, string hint) => (actual, sender) =>
        _assertions.AssertTrue(
            isMessageAndSender(actual, sender),
            "Got a message of the expected type <{0}> from {1}. Also expected {2} but the message {{{3}}} did not match",
            typeof(T),
            sender,
            hint ?? "the predicate to return true",
            actual);
}
