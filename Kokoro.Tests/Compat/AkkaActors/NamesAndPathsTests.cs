using Akka.Actor;
using Akka.TestKit.TestActors;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class NamesAndPathsTests : AkkaTest
{
    [Fact]
    public void Path_reads_as_system_guardian_and_name()
    {
        var actor = Sys.ActorOf(BlackHoleActor.Props, "n");
        Assert.Equal("akka://test/user/n", actor.Path.ToString());
        Assert.Equal("/user/n", actor.Path.ToStringWithoutAddress());
        Assert.Equal(["user", "n"], actor.Path.Elements);
        Assert.Equal("n", actor.Path.Name);
    }

    [Fact]
    public void Reference_reads_as_path_and_uid()
    {
        var actor = Sys.ActorOf(BlackHoleActor.Props, "n");
        Assert.Equal($"[akka://test/user/n#{actor.Path.Uid}]", actor.ToString());
    }

    [Fact]
    public void Actors_without_a_name_get_one_that_starts_with_a_dollar() =>
        Assert.StartsWith("$", Sys.ActorOf(BlackHoleActor.Props).Path.Name, StringComparison.Ordinal);

    [Fact]
    public void Name_that_is_taken_is_refused()
    {
        Sys.ActorOf(BlackHoleActor.Props, "taken");
        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(BlackHoleActor.Props, "taken"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("$mine")]
    [InlineData("a/b")]
    public void Name_that_is_none_is_refused(string name) =>
        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(BlackHoleActor.Props, name));

    [Fact]
    public void Name_is_not_free_at_once_after_Stop()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Hasty(TestActor)));
        parent.Tell("now");
        ExpectMsg<InvalidActorNameException>();
    }

    [Fact]
    public void References_of_the_same_path_and_different_lives_are_not_equal()
    {
        var first = Watch(Sys.ActorOf(BlackHoleActor.Props, "again"));
        first.Tell(PoisonPill.Instance);
        ExpectTerminated(first);
        IActorRef? second = null;
        AwaitAssert(() => second = Sys.ActorOf(BlackHoleActor.Props, "again"), interval: TimeSpan.FromMilliseconds(1));
        Assert.Equal(first.Path, second!.Path);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Selection_of_an_absolute_path_reaches_the_actor()
    {
        var actor = Sys.ActorOf(BlackHoleActor.Props, "n");
        Assert.Equal(actor, await Sys.ActorSelection("/user/n").ResolveOne(Patience));
        Assert.Equal(actor, await Sys.ActorSelection("akka://test/user/n").ResolveOne(Patience));
    }

    [Fact]
    public async Task Selection_of_nobody_is_not_found() =>
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Sys.ActorSelection("/user/nobody").ResolveOne(Patience));

    [Fact]
    public void Selection_with_a_wildcard_reaches_all_that_fit()
    {
        foreach (var name in new[] { "engine-1", "engine-2", "other" })
        {
            Sys.ActorOf(Props.Create(() => new TellsName(TestActor)), name);
        }

        Sys.ActorSelection("/user/engine-*").Tell("name");
        ExpectMsgAllOf("engine-1", "engine-2");
    }

    [Fact]
    public async Task Child_stands_below_its_parent()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Parent(SupervisorStrategy.DefaultStrategy, BlackHoleActor.Props)));
        var child = await parent.Ask<IActorRef>("child", Patience);
        Assert.Equal(parent.Path / "child", child.Path);
    }

    [Fact]
    public void Path_is_parsed_from_its_text()
    {
        var path = ActorPath.Parse("akka://sys/user/a/b");
        Assert.Equal(["user", "a", "b"], path.Elements);
        Assert.Equal("akka://sys", path.Address.ToString());
        Assert.False(ActorPath.TryParse("no path", out _));
    }

    private sealed class Hasty : ReceiveActor
    {
        public Hasty(IActorRef reports)
        {
            var child = Context.ActorOf(BlackHoleActor.Props, "child");
            ReceiveAny(_ =>
            {
                Context.Stop(child);
                try
                {
                    Context.ActorOf(BlackHoleActor.Props, "child");
                }
                catch (InvalidActorNameException refused)
                {
                    reports.Tell(refused);
                }
            });
        }
    }

    private sealed class TellsName(IActorRef reports) : UntypedActor
    {
        protected override void OnReceive(object message) => reports.Tell(Self.Path.Name);
    }
}
