using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestActors;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class AskTests : AkkaTest
{
    [Fact]
    public async Task Answer_is_the_result() => Assert.Equal(3, await Answering(3).Ask<int>("?", Patience));

    [Fact]
    public async Task Timeout_says_how_long()
    {
        var silent = Sys.ActorOf(BlackHoleActor.Props);
        var failure = await Assert.ThrowsAsync<AskTimeoutException>(() => silent.Ask<int>("?", TimeSpan.FromMilliseconds(20)));
        Assert.Equal("Timeout after 0.02 seconds", failure.Message);
    }

    [Fact]
    public async Task Token_that_is_cancelled_cancels()
    {
        using var cancellation = new CancellationTokenSource();
        var asking = Sys.ActorOf(BlackHoleActor.Props).Ask<int>("?", Patience, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => asking);
    }

    [Fact]
    public async Task Failure_throws_its_cause_itself()
    {
        var cause = new InvalidOperationException("bad");
        Assert.Same(
            cause,
            await Assert.ThrowsAsync<InvalidOperationException>(() => Answering(new Status.Failure(cause)).Ask<int>("?", Patience)));
    }

    [Fact]
    public async Task Failure_is_an_answer_where_anything_is() =>
        Assert.IsType<Status.Failure>(await Answering(new Status.Failure(new InvalidOperationException())).Ask<object>("?", Patience));

    [Fact]
    public async Task Answer_of_another_type_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Answering("three").Ask<int>("?", Patience));

    [Fact]
    public async Task Success_is_not_unwrapped() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Answering(new Status.Success(5)).Ask<int>("?", Patience));

    [Fact]
    public async Task Factory_gets_the_place_to_answer_to()
    {
        var answering = Sys.ActorOf(Props.Create(() => new AnswersWhereTold()));
        Assert.Equal("here", await answering.Ask<string>(where => where, Patience, CancellationToken.None));
    }

    [Fact]
    public async Task First_answer_counts()
    {
        var twice = Sys.ActorOf(Props.Create(() => new AnswersTwice()));
        Assert.Equal(1, await twice.Ask<int>("?", Patience));
    }

    [Fact]
    public async Task Answer_that_comes_too_late_is_a_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var twice = Sys.ActorOf(Props.Create(() => new AnswersTwice()));
        await twice.Ask<int>("?", Patience);
        var late = ExpectMsg<DeadLetter>();
        Assert.Equal(2, late.Message);
        Assert.StartsWith("/temp/", late.Sender.Path.ToStringWithoutAddress(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_of_another_type_is_a_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        await Assert.ThrowsAsync<ArgumentException>(() => Answering("three").Ask<int>("?", Patience));
        Assert.Equal("three", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public async Task Answer_to_a_cancelled_ask_is_dropped()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        using var cancellation = new CancellationTokenSource();
        var probe = CreateTestProbe();
        var asking = ((IActorRef)probe).Ask<int>("?", Patience, cancellation.Token);
        probe.ExpectMsg("?");
        await cancellation.CancelAsync();
        probe.Reply(1);
        await Assert.ThrowsAsync<TaskCanceledException>(() => asking);
        Sys.DeadLetters.Tell("the only one");
        Assert.Equal("the only one", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Asker_lives_below_temp()
    {
        var probe = CreateTestProbe();
        _ = ((IActorRef)probe).Ask<int>("?", Patience);
        probe.ExpectMsg("?");
        Assert.StartsWith("/temp/", probe.LastSender.Path.ToStringWithoutAddress(), StringComparison.Ordinal);
        probe.Reply(1);
    }

    private IActorRef Answering(object answer) => Sys.ActorOf(Props.Create(() => new Answers(answer)));

    private sealed class Answers(object answer) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(answer);
    }

    private sealed class AnswersTwice : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            Sender.Tell(1);
            Sender.Tell(2);
        }
    }

    private sealed class AnswersWhereTold : UntypedActor
    {
        protected override void OnReceive(object message) => ((IActorRef)message).Tell("here");
    }
}
