using Akka.Actor;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class FairnessTests : AkkaTest
{
    [Fact]
    public async Task Busy_actors_leave_turns_to_others()
    {
        var busy = Enumerable.Range(0, Environment.ProcessorCount * 2)
            .Select(_ => Sys.ActorOf(Props.Create(() => new Restless())))
            .ToList();
        busy.ForEach(actor => actor.Tell("go"));
        var calm = Sys.ActorOf(Props.Create(() => new Echo()));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(i, await calm.Ask<int>(i, Patience));
        }

        busy.ForEach(actor => Sys.Stop(actor));
    }

    private sealed class Restless : UntypedActor
    {
        protected override void OnReceive(object message) => Self.Tell(message);
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }
}
