using System.Threading;

namespace Akka.Dispatch;

/// <summary>Gives a mailbox its turn on some thread.</summary>
internal abstract class MailboxExecutor
{
    internal abstract void Execute(Mailbox mailbox);

    /// <summary>The actor is dead; called on its last turn.</summary>
    internal virtual void Release()
    {
    }
}

/// <summary>
/// The process's thread pool. Turns queue globally, first in first out, so that busy pairs cannot keep a thread to themselves.
/// </summary>
internal sealed class ThreadPoolExecutor : MailboxExecutor
{
    internal static readonly ThreadPoolExecutor Instance = new();

    internal override void Execute(Mailbox mailbox) => ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);
}

/// <summary>A thread of the actor's own, which ends with the actor.</summary>
internal sealed class PinnedThreadExecutor : MailboxExecutor
{
    private readonly SemaphoreSlim _turns = new(0);
    private readonly string _name;
    private Thread _thread;

    internal PinnedThreadExecutor(string name) => _name = name;

    internal override void Execute(Mailbox mailbox)
    {
        // Only the holder of the mailbox's scheduled bit comes here, so there is no race for the first time.
        if (_thread is null)
        {
            _thread = new Thread(Work) { IsBackground = true, Name = _name };
            _thread.Start(mailbox);
        }

        _turns.Release();
    }

    private void Work(object state)
    {
        var mailbox = (Mailbox)state;
        while (!mailbox.IsClosed)
        {
            _turns.Wait();
            mailbox.Execute();
        }

        _turns.Dispose();
    }
}
