using System.Runtime.CompilerServices;
using Akka.Actor;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class AsyncHandlerTests : AkkaTest
{
    private readonly TaskCompletionSource _gate = new();

    [Fact]
    public void Next_message_waits_for_the_end_of_the_handler()
    {
        var actor = Start();
        actor.Tell("await");
        actor.Tell("next");
        ExpectMsg("awaiting");
        _gate.SetResult();
        ExpectMsg("awaited");
        ExpectMsg("next");
    }

    [Fact]
    public void Sender_and_Self_are_the_same_after_an_await()
    {
        var actor = Start();
        actor.Tell("await");
        ExpectMsg("awaiting");
        _gate.SetResult();
        ExpectMsg<string>((text, sender) => text == "awaited" && sender.Equals(actor));
    }

    [Fact]
    public void Handler_that_ends_at_once_keeps_nothing_back()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Immediate()));
        for (var i = 0; i < 100; i++)
        {
            actor.Tell(i);
        }

        Assert.Equal(Enumerable.Range(0, 100), ReceiveN(100).Cast<int>());
    }

    [Fact]
    public void Exception_after_an_await_reaches_the_supervisor_as_it_is_and_PreRestart_gets_the_message()
    {
        var actor = Start();
        actor.Tell("fail");
        ExpectMsg("awaiting");
        _gate.SetResult();
        ExpectMsg("restart: after await, fail");
        actor.Tell("next");
        ExpectMsg("next");
    }

    [Fact]
    public void PoisonPill_waits_for_the_handler()
    {
        var actor = Start();
        actor.Tell("await");
        actor.Tell(PoisonPill.Instance);
        ExpectMsg("awaiting");
        _gate.SetResult();
        ExpectMsg("awaited");
        ExpectMsg("stopped");
    }

    [Fact]
    public void Stop_during_an_await_calls_PostStop_at_once_and_abandons_the_handler()
    {
        var actor = Watch(Start());
        actor.Tell("await");
        ExpectMsg("awaiting");
        Sys.Stop(actor);
        ExpectMsg("stopped");
        ExpectTerminated(actor);
        _gate.SetResult();
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void Context_is_lost_where_the_handler_goes_on_outside_of_its_actor()
    {
        Start().Tell("lose");
        ExpectMsg<NotSupportedException>();
    }

    private IActorRef Start() => Sys.ActorOf(Props.Create(() => new Awaiting(TestActor, _gate.Task)));

    private sealed class Awaiting : ReceiveActor
    {
        private readonly IActorRef _reports;

        public Awaiting(IActorRef reports, Task gate)
        {
            _reports = reports;
            ReceiveAsync<string>(
                async _ =>
                {
                    reports.Tell("awaiting");
                    await gate;
                    Sender.Tell("awaited");
                },
                text => text == "await");
            ReceiveAsync<string>(text => text == "fail", async _ =>
            {
                reports.Tell("awaiting");
                await gate;
                throw new InvalidOperationException("after await");
            });
            ReceiveAsync<string>(text => text == "lose", async _ =>
            {
                await new Elsewhere();
                try
                {
                    reports.Tell(Context.Self);
                }
                catch (NotSupportedException lost)
                {
                    reports.Tell(lost, ActorRefs.NoSender);
                }
            });
            Receive<string>(reports.Tell);
        }

        protected override void PreRestart(Exception reason, object message)
        {
            _reports.Tell($"restart: {reason.Message}, {message}");
        }

        protected override void PostStop() => _reports.Tell("stopped");
    }

    /// <summary>Goes on as ConfigureAwait(false) may: on a thread that knows no actor.</summary>
    private readonly struct Elsewhere : INotifyCompletion
    {
        public bool IsCompleted => false;

        public Elsewhere GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => new Thread(continuation.Invoke).Start();
    }

    private sealed class Immediate : ReceiveActor
    {
        public Immediate() => ReceiveAsync<int>(number =>
        {
            Sender.Tell(number);
            return Task.CompletedTask;
        });
    }
}
