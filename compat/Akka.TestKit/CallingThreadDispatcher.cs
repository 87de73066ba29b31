using System.Threading;
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

        /// <summary>Without the test's synchronization context, which would carry the rest of an async handler elsewhere.</summary>
        internal override void Execute(Mailbox mailbox)
        {
            var outer = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(null);
            try
            {
                mailbox.Execute();
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(outer);
            }
        }
    }
}
