using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>Runs the parts of one actor's async handlers on that actor's turns. Parts of a handler whose actor is dead never run.</summary>
public class ActorTaskScheduler : TaskScheduler
{
    private readonly ActorCell _cell;

    internal ActorTaskScheduler(ActorCell cell) => _cell = cell;

    /// <summary>Runs an async handler of the current actor; the next message waits for its end.</summary>
    internal static void RunTask(Func<object, Task> handler, object message)
    {
        var cell = InternalCurrentActorCellKeeper.Current
            ?? throw new InvalidOperationException("RunTask must be called from within an actor.");
        cell.RunHandler(handler, message);
    }

    internal void RunStep(Task task) => TryExecuteTask(task);

    protected override void QueueTask(Task task) => _cell.SendSystemMessage(new HandlerStep(this, task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && InternalCurrentActorCellKeeper.Current == _cell && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
