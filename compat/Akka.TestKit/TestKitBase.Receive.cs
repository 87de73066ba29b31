using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Passes over messages until one fits.</summary>
    public object FishForMessage(
        Predicate<object> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        FishForMessage<object>(isMessage, max, hint, cancellationToken);

    public ValueTask<object> FishForMessageAsync(
        Predicate<object> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        FishForMessageAsync<object>(isMessage, max, hint, cancellationToken);

    public T FishForMessage<T>(
        Predicate<T> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default)
    {
        var (limit, end) = Limit(max);
        while (true)
        {
            if (Caught(ReceiveOne(Left(end), cancellationToken), isMessage, limit, hint, out var fish))
            {
                return fish;
            }
        }
    }

    public async ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default)
    {
        var (limit, end) = Limit(max);
        while (true)
        {
            if (Caught(await ReceiveOneAsync(Left(end), cancellationToken).ConfigureAwait(false), isMessage, limit, hint, out var fish))
            {
                return fish;
            }
        }
    }

    /// <returns>Null if nothing came in time.</returns>
    public object ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        TryReceiveOne(out var envelope, max, cancellationToken) ? envelope.Message : null;

    /// <inheritdoc cref="ReceiveOne"/>
    public async ValueTask<object> ReceiveOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var (success, envelope) = await TryReceiveOneAsync(max, cancellationToken).ConfigureAwait(false);
        return success ? envelope.Message : null;
    }

    /// <summary>Waits undilated; for ever with an infinite time.</summary>
    public bool TryReceiveOne(out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        envelope = Note(_queue.Take(Patience(max), cancellationToken));
        return envelope is RealMessageEnvelope;
    }

    public async ValueTask<(
        bool success,
        MessageEnvelope envelope)> TryReceiveOneAsync(TimeSpan? max, CancellationToken cancellationToken = default)
    {
        var envelope = Note(await _queue.TakeAsync(Patience(max), cancellationToken).ConfigureAwait(false));
        return (envelope is RealMessageEnvelope, envelope);
    }

    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        ReceiveN(numberOfMessages, RemainingOrDefault, cancellationToken);

    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default)
    {
        var end = Now + Dilated(max);
        var messages = new List<object>(numberOfMessages);
        while (messages.Count < numberOfMessages)
        {
            var message = ReceiveOne(Left(end), cancellationToken);
            FailUnless(
                message is not null,
                "Timeout ({0}) while expecting {1} messages. Only got {2} after the timeout.",
                max,
                numberOfMessages,
                messages.Count);
            messages.Add(message);
        }

        return messages;
    }

    public async IAsyncEnumerable<object> ReceiveNAsync(
        int numberOfMessages,
        TimeSpan max,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var end = Now + Dilated(max);
        for (var got = 0; got < numberOfMessages; got++)
        {
            var message = await ReceiveOneAsync(Left(end), cancellationToken).ConfigureAwait(false);
            FailUnless(
                message is not null,
                "Timeout ({0}) while expecting {1} messages. Only got {2} after the timeout.",
                max,
                numberOfMessages,
                got);
            yield return message;
        }
    }

    public IAsyncEnumerable<object> ReceiveNAsync(int numberOfMessages, CancellationToken cancellationToken = default) =>
        ReceiveNAsync(numberOfMessages, RemainingOrDefault, cancellationToken);

    /// <summary>Takes messages until the filter makes null of one, which stays in the queue, or the time is up.</summary>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max,
        Func<object, T> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        ReceiveWhile(filter, max, Timeout.InfiniteTimeSpan, msgs, cancellationToken);

    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max,
        TimeSpan? idle,
        Func<object, T> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        ReceiveWhile(filter, max, idle, msgs, cancellationToken);

    public IReadOnlyList<T> ReceiveWhile<T>(
        Func<object, T> filter,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default)
    {
        var (_, end) = Limit(max);
        var pause = idle ?? Timeout.InfiniteTimeSpan;
        var last = _lastMessage;
        var results = new List<T>();
        while (results.Count < msgs)
        {
            var patience = Left(end);
            patience = pause >= TimeSpan.Zero && pause < patience ? pause : patience;
            if (!TryReceiveOne(out var envelope, patience, cancellationToken))
            {
                break;
            }

            var result = filter(envelope.Message);
            if (result is null)
            {
                _queue.PutBack(envelope);
                break;
            }

            last = envelope;
            results.Add(result);
        }

        _lastMessage = last;
        _lastWasNoMsg = true;
        return results;
    }

    private static TimeSpan Left(TimeSpan end) => end > Now ? end - Now : TimeSpan.Zero;

    private (TimeSpan Limit, TimeSpan End) Limit(TimeSpan? max)
    {
        var limit = RemainingOrDilated(max);
        return (limit, Now + limit);
    }

    private TimeSpan Patience(TimeSpan? max)
    {
        var patience = max ?? GetRemainingOr(Dilated(TestKitSettings.SingleExpectDefault));
        return patience < TimeSpan.Zero && patience != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : patience;
    }

    private MessageEnvelope Note(MessageEnvelope envelope)
    {
        _lastWasNoMsg = false;
        return _lastMessage = envelope ?? NullMessageEnvelope.Instance;
    }

    private bool Caught<T>(object message, Predicate<T> isMessage, TimeSpan limit, string hint, out T fish)
    {
        FailUnless(
            message is not null,
            "Timeout ({0}) during fishForMessage{1}",
            limit,
            string.IsNullOrEmpty(hint) ? "" : ", hint: " + hint);
        fish = message is T fitting ? fitting : default;
        return message is T && isMessage(fish);
    }

    private void FailUnless(bool holds, string format, params object[] args)
    {
        if (!holds)
        {
            _assertions.Fail(format, args);
        }
    }
}
