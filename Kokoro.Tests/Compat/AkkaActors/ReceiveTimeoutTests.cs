using Akka.Actor;
using Akka.TestKit;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class ReceiveTimeoutTests : AkkaTest
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public ReceiveTimeoutTests()
        : base(VirtualTime)
    {
    }

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Silence_is_reported_again_and_again()
    {
        var actor = Start();
        for (var i = 0; i < 3; i++)
        {
            Time.Advance(Second);
            ExpectMsg("silence");
            AwaitIdle(actor);
        }
    }

    [Fact]
    public void Message_starts_the_time_anew()
    {
        var actor = Start();
        Time.Advance(Second / 2);
        actor.Tell("traffic");
        ExpectMsg("traffic");
        AwaitIdle(actor);
        Time.Advance(Second / 2);
        actor.Tell(new Quiet());
        ExpectMsg("quiet");
        Time.Advance(Second / 2);
        ExpectMsg("silence");
    }

    [Fact]
    public void Message_that_does_not_count_leaves_the_time_running()
    {
        var actor = Start();
        Time.Advance(Second / 2);
        actor.Tell(new Quiet());
        ExpectMsg("quiet");
        AwaitIdle(actor);
        Time.Advance(Second / 2);
        ExpectMsg("silence");
    }

    [Fact]
    public void Null_turns_it_off()
    {
        var actor = Start();
        actor.Tell("off");
        AwaitIdle(actor);
        Time.Advance(Second);
        actor.Tell(new Quiet());
        ExpectMsg("quiet");
    }

    [Fact]
    public void Restart_leaves_it_on()
    {
        var actor = Start();
        actor.Tell(new Fail(new InvalidOperationException("bad")));
        AwaitIdle(actor);
        Time.Advance(Second);
        ExpectMsg("silence");
    }

    private IActorRef Start()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Listening(TestActor)));
        actor.Tell("on");
        AwaitIdle(actor);
        return actor;
    }

    private sealed class Quiet : INotInfluenceReceiveTimeout;

    private sealed class Listening(IActorRef reports) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case "on":
                    Context.SetReceiveTimeout(Second);
                    break;
                case "off":
                    Context.SetReceiveTimeout(null);
                    break;
                case ReceiveTimeout:
                    reports.Tell("silence");
                    break;
                case Quiet:
                    reports.Tell("quiet");
                    break;
                case Fail fail:
                    throw fail.Cause;
                default:
                    reports.Tell(message);
                    break;
            }
        }
    }
}
