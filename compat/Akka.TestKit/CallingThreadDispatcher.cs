using Akka.Actor;
using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>An actor works on the thread of whoever sends to it, before Tell returns.</summary>
internal sealed class CallingThreadDispatcher : MessageDispatcher
{
    internal const string DispatcherId = "akka.test.calling-thread-dispatcher";

    internal CallingThreadDispatcher()
        : base(DispatcherId, int.MaxValue)
    {
    }

    internal override MailboxExecutor ExecutorFor(ActorCell cell) => CallingThreadExecutor.Instance;

    private sealed class CallingThreadExecutor : MailboxExecutor
    {
        internal static readonly CallingThreadExecutor Instance = new();

        internal override void Execute(Mailbox mailbox) => mailbox.Execute();
    }
}
