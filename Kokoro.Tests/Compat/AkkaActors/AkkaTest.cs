using Akka.Actor;
using Akka.Configuration;
using TestKit = Akka.TestKit.Xunit2.TestKit;

namespace Kokoro.Tests.Compat.AkkaActors;

/// <summary>One after the other: early test kits of the real packages do not bear parallel collections.</summary>
[Collection("Akka")]
public abstract class AkkaTest : TestKit
{
    protected AkkaTest()
        : this(Config.Empty)
    {
    }

    protected AkkaTest(Config config)
        : base(config.WithFallback("akka.loglevel = OFF, akka.stdout-loglevel = OFF"))
    {
    }

    protected static Config VirtualTime { get; } = """akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """;

    /// <summary>A time that is never waited out unless something is broken.</summary>
    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    /// <summary>What was sent to it before this call has been worked on when it returns.</summary>
    protected static void AwaitIdle(IActorRef actor) => actor.Ask<ActorIdentity>(new Identify(0), Patience).GetAwaiter().GetResult();
}
