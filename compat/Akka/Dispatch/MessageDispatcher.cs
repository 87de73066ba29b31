using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>Decides on which threads actors have their turns, and how many messages one turn takes.</summary>
public abstract class MessageDispatcher
{
    internal MessageDispatcher(string id, int throughput)
    {
        Id = id;
        Throughput = throughput;
    }

    public string Id { get; }

    public int Throughput { get; }

    internal abstract MailboxExecutor ExecutorFor(ActorCell cell);
}

/// <summary>The process's thread pool.</summary>
internal sealed class Dispatcher(string id, int throughput) : MessageDispatcher(id, throughput)
{
    internal override MailboxExecutor ExecutorFor(ActorCell cell) => ThreadPoolExecutor.Instance;
}

/// <summary>A thread for each actor: for work that blocks.</summary>
internal sealed class PinnedDispatcher(string id, int throughput) : MessageDispatcher(id, throughput)
{
    internal override MailboxExecutor ExecutorFor(ActorCell cell) =>
        new PinnedThreadExecutor($"{cell.Self.Path.ToStringWithoutAddress()} ({Id})");
}
