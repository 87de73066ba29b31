using Akka.Actor;
using Akka.TestKit.Xunit2;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Timelines;

namespace Kokoro.Tests.Actors.Timelines;

public sealed class TimelinesActorTests : TestKit
{
    [Fact]
    public void The_last_hundred_are_known_each_as_it_was_told_last()
    {
        var timelines = Sys.ActorOf(Props.Create(() => new TimelinesActor()));
        for (var number = 1; number <= TimelinesActor.Most + 1; number++)
        {
            timelines.Tell(Timeline(number, isOpen: true));
            timelines.Tell(Timeline(number, isOpen: false));
        }

        Assert.IsType<TimelineProtocol.TimelineUnknown>(Ask(1));
        Assert.False(Assert.IsType<TimelineProtocol.Timeline>(Ask(2)).IsOpen);
        Assert.Equal(new UtteranceId(TimelinesActor.Most + 1), Assert.IsType<TimelineProtocol.Timeline>(Ask(TimelinesActor.Most + 1)).Id);

        object Ask(long number)
        {
            timelines.Tell(new TimelineProtocol.GetTimeline(new UtteranceId(number)), TestActor);
            return ExpectMsg<object>();
        }
    }

    private static TimelineProtocol.Timeline Timeline(long number, bool isOpen) => new(new UtteranceId(number), [], null, TimeSpan.Zero, isOpen, null);
}
