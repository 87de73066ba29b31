using System;
using System.Threading;
using System.Threading.Tasks;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Watches one actor on behalf of a task.</summary>
internal sealed class DeathWitnessRef : MinimalActorRef
{
    private readonly TaskCompletionSource<bool> _death = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IInternalActorRef _watchee;
    private Timer _timer;

    internal DeathWitnessRef(IInternalActorRef watchee)
    {
        _watchee = watchee;
        Provider = watchee.Provider;
        Path = watchee.Provider.TempPath();
    }

    public override ActorPath Path { get; }

    public override IActorRefProvider Provider { get; }

    public override void SendSystemMessage(ISystemMessage message)
    {
        if (message is DeathWatchNotification)
        {
            End(died: true);
        }
    }

    internal Task<bool> Watch(TimeSpan timeout)
    {
        _timer = new Timer(static state => ((DeathWitnessRef)state).GiveUp(), this, timeout, Timeout.InfiniteTimeSpan);
        _watchee.SendSystemMessage(new Watch(_watchee, this));
        return _death.Task;
    }

    private void GiveUp()
    {
        _watchee.SendSystemMessage(new Unwatch(_watchee, this));
        End(died: false);
    }

    private void End(bool died)
    {
        _death.TrySetResult(died);
        _timer.Dispose();
    }
}
