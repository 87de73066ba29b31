using System.Threading;
using Akka.Actor;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>
/// An actor's two queues and its turn. Whoever adds work and finds the mailbox idle sets the scheduled bit and hands it to the dispatcher;
/// the run ends by clearing the bit and looking once more, so that no message waits without a wake-up. System messages go first, also
/// between two user messages; user messages wait while the actor is suspended or awaits in a handler.
/// </summary>
internal sealed class Mailbox : IThreadPoolWorkItem
{
    private const int Closed = 1;
    private const int Scheduled = 2;
    private const int Awaiting = 4;
    private const int SuspendUnit = 8;
    private static readonly SystemMessage EndOfLife = new Terminate();

    private readonly ActorCell _cell;
    private readonly IMessageQueue _queue;
    private readonly MailboxExecutor _executor;
    private readonly int _throughput;
    private SystemMessage _systemMessages;
    private int _status;

    internal Mailbox(ActorCell cell, IMessageQueue queue, MessageDispatcher dispatcher)
    {
        _cell = cell;
        _queue = queue;
        _executor = dispatcher.ExecutorFor(cell);
        _throughput = dispatcher.Throughput;
    }

    internal IMessageQueue Queue => _queue;

    internal bool IsClosed => (Volatile.Read(ref _status) & Closed) != 0;

    internal int SuspendCount => Volatile.Read(ref _status) / SuspendUnit;

    internal void Enqueue(Envelope envelope)
    {
        if (!IsClosed)
        {
            _queue.Enqueue(_cell.Self, envelope);
            if (!IsClosed)
            {
                ScheduleIfIdle(hasMessage: true);
                return;
            }

            DrainToDeadLetters();
            return;
        }

        ToDeadLetters(envelope);
    }

    internal void EnqueueSystem(SystemMessage message)
    {
        SystemMessage first;
        do
        {
            first = Volatile.Read(ref _systemMessages);
            if (first == EndOfLife)
            {
                AnswerForTheDead(message);
                return;
            }

            message.Next = first;
        }
        while (Interlocked.CompareExchange(ref _systemMessages, message, first) != first);
        ScheduleIfIdle(hasMessage: false);
    }

    internal void Suspend() => Change(static status => status + SuspendUnit);

    internal void Resume() => Change(static status => status >= SuspendUnit ? status - SuspendUnit : status);

    internal void BeginAwait() => Change(static status => status | Awaiting);

    internal void EndAwait() => Change(static status => status & ~Awaiting);

    /// <summary>Called on the actor's last turn. What is queued and what still comes is dead letters.</summary>
    internal void Close()
    {
        Interlocked.Exchange(ref _status, Closed);
        for (var message = Reverse(Interlocked.Exchange(ref _systemMessages, EndOfLife)); message is not null;)
        {
            message = AnswerAndTakeNext(message);
        }

        DrainToDeadLetters();
        _executor.Release();
    }

    /// <summary>One turn.</summary>
    public void Execute()
    {
        var outer = InternalCurrentActorCellKeeper.Current;
        InternalCurrentActorCellKeeper.Current = _cell;
        try
        {
            ProcessSystemMessages();
            ProcessMessages();
        }
        finally
        {
            InternalCurrentActorCellKeeper.Current = outer;
            Interlocked.And(ref _status, ~Scheduled);
            ScheduleIfIdle(hasMessage: false);
        }
    }

    private void ProcessMessages()
    {
        for (var left = _throughput; left > 0 && Volatile.Read(ref _status) == Scheduled && _queue.TryDequeue(out var envelope); left--)
        {
            _cell.Invoke(envelope);
            if (Volatile.Read(ref _systemMessages) is not null)
            {
                ProcessSystemMessages();
            }
        }
    }

    private void ProcessSystemMessages()
    {
        while (!IsClosed && Volatile.Read(ref _systemMessages) is not null)
        {
            var message = Reverse(Interlocked.Exchange(ref _systemMessages, null));
            while (message is not null)
            {
                if (IsClosed)
                {
                    message = AnswerAndTakeNext(message);
                    continue;
                }

                var next = message.Next;
                message.Next = null;
                _cell.SystemInvoke(message);
                message = next;
            }
        }
    }

    private static SystemMessage AnswerAndTakeNext(SystemMessage message)
    {
        var next = message.Next;
        AnswerForTheDead(message);
        return next;
    }

    private static SystemMessage Reverse(SystemMessage lastFirst)
    {
        SystemMessage firstFirst = null;
        while (lastFirst is not null)
        {
            (lastFirst.Next, firstFirst, lastFirst) = (firstFirst, lastFirst, lastFirst.Next);
        }

        return firstFirst;
    }

    private static void AnswerForTheDead(SystemMessage message)
    {
        if (message is Watch watch)
        {
            watch.Watcher.SendSystemMessage(new DeathWatchNotification(watch.Watchee, existenceConfirmed: false));
        }
    }

    private void ScheduleIfIdle(bool hasMessage)
    {
        while (true)
        {
            var status = Volatile.Read(ref _status);
            if ((status & (Scheduled | Closed)) != 0)
            {
                return;
            }

            var hasWork = Volatile.Read(ref _systemMessages) is not null || (status == 0 && (hasMessage || _queue.HasMessages));
            if (!hasWork)
            {
                return;
            }

            if (Interlocked.CompareExchange(ref _status, status | Scheduled, status) == status)
            {
                _executor.Execute(this);
                return;
            }
        }
    }

    private void Change(System.Func<int, int> change)
    {
        int before;
        do
        {
            before = Volatile.Read(ref _status);
            if ((before & Closed) != 0)
            {
                return;
            }
        }
        while (Interlocked.CompareExchange(ref _status, change(before), before) != before);
    }

    /// <summary>Senders that came too late help, so that a message is never left in a queue that nobody reads.</summary>
    private void DrainToDeadLetters()
    {
        lock (_queue)
        {
            while (_queue.TryDequeue(out var envelope))
            {
                ToDeadLetters(envelope);
            }
        }
    }

    private void ToDeadLetters(Envelope envelope)
    {
        if (envelope.Message is AllDeadLetters)
        {
            // A dead subscriber of dead letters: telling others of it would come back here for ever.
            return;
        }

        var deadLetters = _cell.SystemImpl.DeadLetters;
        deadLetters.Tell(new DeadLetter(envelope.Message, envelope.Sender ?? deadLetters, _cell.Self), envelope.Sender);
    }
}
