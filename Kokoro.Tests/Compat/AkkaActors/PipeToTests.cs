using Akka.Actor;

namespace Kokoro.Tests.Compat.AkkaActors;

public sealed class PipeToTests : AkkaTest
{
    [Fact]
    public async Task Result_is_sent()
    {
        await Task.FromResult(5).PipeTo(TestActor);
        ExpectMsg(5);
    }

    [Fact]
    public async Task Exception_is_sent_as_a_failure()
    {
        var cause = new InvalidOperationException("bad");
        await Task.FromException<int>(cause).PipeTo(TestActor);
        Assert.Same(cause, ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public async Task Cancellation_is_sent_as_a_failure()
    {
        await Task.FromCanceled<int>(new CancellationToken(canceled: true)).PipeTo(TestActor);
        Assert.IsType<TaskCanceledException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public async Task Null_is_sent_as_a_failure()
    {
        await Task.FromResult<string?>(null).PipeTo(TestActor);
        Assert.IsType<ArgumentNullException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public async Task Success_and_failure_are_mapped()
    {
        await Task.FromResult(5).PipeTo(TestActor, success: number => $"ok {number}", failure: failure => failure.Message);
        ExpectMsg("ok 5");
        await Task.FromException<int>(new InvalidOperationException("bad")).PipeTo(
            TestActor,
            success: number => $"ok {number}",
            failure: failure => failure.Message);
        ExpectMsg("bad");
    }

    [Fact]
    public async Task Task_without_a_result_sends_only_what_success_makes()
    {
        await Task.CompletedTask.PipeTo(TestActor);
        await Task.CompletedTask.PipeTo(TestActor, success: () => "done");
        ExpectMsg("done");
    }

    [Fact]
    public async Task Sender_is_the_one_given()
    {
        var probe = CreateTestProbe();
        await Task.FromResult(5).PipeTo(TestActor, sender: probe.Ref);
        ExpectMsg(5);
        Assert.Equal(probe.Ref, LastSender);
    }
}
