using System;
using System.Threading.Tasks;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private ActorTaskScheduler _taskScheduler;
    private Envelope _awaited;
    private int _handlersUnderWay;

    /// <summary>Starts an async handler. One that does not end at once keeps back the next message until it does.</summary>
    internal void RunHandler(Func<object, Task> asyncHandler, object state)
    {
        var start = new Task<Task>(asyncHandler, state);
        start.RunSynchronously(_taskScheduler ??= new ActorTaskScheduler(this));
        var handler = start.GetAwaiter().GetResult() ?? Task.CompletedTask;
        if (handler.IsCompleted)
        {
            handler.GetAwaiter().GetResult();
            return;
        }

        var handled = CurrentEnvelope;
        _awaited = handled;
        _handlersUnderWay++;
        _mailbox.BeginAwait();
        handler.ContinueWith(
            static (ended, done) => ((HandlerDone)done).Send(ended),
            new HandlerDone(this, handled),
            default,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private void RunStep(HandlerStep step)
    {
        var (message, sender) = (_message, _sender);
        _message = _awaited.Message;
        _sender = _awaited.Sender;
        step.Run();
        _message = message;
        _sender = sender;
    }

    private void EndHandler(HandlerDone done)
    {
        _handlersUnderWay--;
        if (_handlersUnderWay == 0)
        {
            _awaited = default;
            _mailbox.EndAwait();
        }

        if (_receiveTimeout is { IsPending: false })
        {
            ScheduleReceiveTimeout();
        }

        if (!done.Task.IsCompletedSuccessfully)
        {
            _message = done.Handled.Message;
            _sender = done.Handled.Sender;
            HandleInvokeFailure(done.Task.Exception?.InnerException ?? new TaskCanceledException(done.Task));
        }
    }
}
