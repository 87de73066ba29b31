using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Akka.TestKit.Internal;

/// <summary>What the test actor got and the test has not looked at yet.</summary>
internal sealed class TestQueue
{
    private readonly LinkedList<MessageEnvelope> _messages = new();
    private readonly SemaphoreSlim _available = new(0);

    internal void Add(MessageEnvelope envelope)
    {
        lock (_messages)
        {
            _messages.AddLast(envelope);
        }

        _available.Release();
    }

    internal void PutBack(MessageEnvelope envelope)
    {
        lock (_messages)
        {
            _messages.AddFirst(envelope);
        }

        _available.Release();
    }

    /// <returns>Null if nothing came in time.</returns>
    internal MessageEnvelope Take(TimeSpan timeout, CancellationToken cancellationToken) =>
        _available.Wait(timeout, cancellationToken) ? TakeFirst() : null;

    /// <inheritdoc cref="Take"/>
    internal async ValueTask<MessageEnvelope> TakeAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
        await _available.WaitAsync(timeout, cancellationToken).ConfigureAwait(false) ? TakeFirst() : null;

    private MessageEnvelope TakeFirst()
    {
        lock (_messages)
        {
            var first = _messages.First.Value;
            _messages.RemoveFirst();
            return first;
        }
    }
}
