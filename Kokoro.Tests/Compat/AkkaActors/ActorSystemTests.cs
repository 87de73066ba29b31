using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.TestActors;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class ActorSystemTests : AkkaTest
{
    [Fact]
    public async Task Terminate_ends_when_the_last_actor_has_ended()
    {
        var ended = false;
        Action end = () => ended = true;
        var actor = Sys.ActorOf(Props.Create(() => new OnStop(end)));
        AwaitIdle(actor);
        await Sys.Terminate();
        Assert.True(ended);
        Assert.True(Sys.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Code_registered_for_the_end_runs_at_the_end()
    {
        var ended = false;
        Sys.RegisterOnTermination(() => ended = true);
        await Sys.Terminate();
        Assert.True(ended);
    }

    [Fact]
    public void Settings_fall_back_to_the_defaults()
    {
        using var system = ActorSystem.Create("mine", ConfigurationFactory.ParseString("akka.loglevel = OFF, mine = 1"));
        Assert.Equal("mine", system.Name);
        Assert.Equal(1, system.Settings.Config.GetInt("mine"));
        Assert.Equal(30, system.Settings.Config.GetInt("akka.actor.default-dispatcher.throughput"));
    }

    [Fact]
    public void Extension_is_made_once_for_each_system()
    {
        var first = Sys.WithExtension<Counter, CounterProvider>();
        Assert.Same(first, Sys.WithExtension<Counter, CounterProvider>());
        Assert.True(Sys.HasExtension<Counter>());
    }

    [Fact]
    public async Task Ask_without_a_timeout_waits_for_the_configured_one()
    {
        using var system = ActorSystem.Create(
            "asking",
            ConfigurationFactory.ParseString("akka.loglevel = OFF, akka.actor.ask-timeout = 20ms"));
        await Assert.ThrowsAsync<AskTimeoutException>(() => system.ActorOf(BlackHoleActor.Props).Ask<int>("?"));
    }

    [Fact]
    public void Props_keep_type_arguments_mailbox_and_dispatcher()
    {
        var props = Props.Create(() => new OnStop(null!)).WithMailbox("m").WithDispatcher("d");
        Assert.Equal((typeof(OnStop), "m", "d"), (props.Type, props.Mailbox, props.Dispatcher));
        Assert.Single(props.Arguments);
    }

    [Fact]
    public void Props_need_a_new_expression() => Assert.Throws<ArgumentException>(() => Props.Create(() => Make()));

    [Fact]
    public void Props_evaluate_their_arguments_once()
    {
        var calls = 0;
        int Next() => ++calls;
        var props = Props.Create<TellsNumber>(Next());
        Sys.ActorOf(props).Tell("?");
        Sys.ActorOf(props).Tell("?");
        ExpectMsg(1);
        ExpectMsg(1);
    }

    private static BlackHoleActor Make() => throw new InvalidOperationException();

    private sealed class Counter : IExtension;

    private sealed class CounterProvider : ExtensionIdProvider<Counter>
    {
        public override Counter CreateExtension(ExtendedActorSystem system) => new();
    }

    private sealed class OnStop(Action act) : UntypedActor
    {
        protected override void PostStop() => act();

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class TellsNumber(int number) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(number);
    }
}
