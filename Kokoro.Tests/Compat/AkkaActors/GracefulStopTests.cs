using Akka.Actor;
using Akka.TestKit.TestActors;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class GracefulStopTests : AkkaTest
{
    [Fact]
    public async Task True_when_the_actor_has_ended()
    {
        var actor = Watch(Sys.ActorOf(BlackHoleActor.Props));
        Assert.True(await actor.GracefulStop(Patience));
        ExpectTerminated(actor);
    }

    [Fact]
    public async Task True_for_an_actor_that_is_dead_already()
    {
        var actor = Watch(Sys.ActorOf(BlackHoleActor.Props));
        actor.Tell(PoisonPill.Instance);
        ExpectTerminated(actor);
        Assert.True(await actor.GracefulStop(Patience));
    }

    [Fact]
    public async Task False_when_the_time_is_up()
    {
        using var gate = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new Specimen(TestActor)));
        actor.Tell(new Block(gate));
        Assert.False(await actor.GracefulStop(TimeSpan.FromMilliseconds(20)));
        gate.Set();
    }

    [Fact]
    public async Task Stop_message_can_be_chosen()
    {
        var actor = Sys.ActorOf(Props.Create(() => new StopsOn("end")));
        Assert.True(await actor.GracefulStop(Patience, "end"));
    }

    private sealed class StopsOn(string end) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (end.Equals(message))
            {
                Context.Stop(Self);
            }
        }
    }
}
