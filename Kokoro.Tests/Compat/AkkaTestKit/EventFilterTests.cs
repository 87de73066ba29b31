using Akka.Actor;
using Akka.Event;
using Kokoro.Tests.Compat.AkkaActors;
using Xunit.Sdk;

namespace Kokoro.Tests.Compat.AkkaTestKit;

public sealed class EventFilterTests : AkkaTest
{
    public EventFilterTests()
        : base("akka.loglevel = INFO, akka.test.filter-leeway = 200ms")
    {
    }

    [Fact]
    public void ExpectOne_waits_for_one_event_that_fits() =>
        EventFilter.Info(start: "began").ExpectOne(() => Log.Info("began {0}", 1));

    [Fact]
    public void ExpectOne_fails_when_none_comes() =>
        Assert.ThrowsAny<XunitException>(() => EventFilter.Info(contains: "began").ExpectOne(() => Log.Info("ended")));

    [Fact]
    public void Expect_counts() => EventFilter.Warning(message: "again").Expect(2, () =>
    {
        Log.Warning("again");
        Log.Warning("again");
    });

    [Fact]
    public async Task ExpectOneAsync_waits_for_an_asynchronous_action() =>
        await EventFilter.Error(contains: "late").ExpectOneAsync(async () =>
    {
        await Task.Yield();
        Log.Error("late");
    });

    [Fact]
    public void Exception_is_found_by_its_type() =>
        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => Log.Error(new InvalidOperationException("bad"), "it is bad"));

    [Fact]
    public void Dead_letter_is_found_by_its_type() => EventFilter.DeadLetter<int>().ExpectOne(() => Sys.DeadLetters.Tell(1, TestActor));

    [Fact]
    public void And_adds_a_filter() => EventFilter.Info(message: "one").And.Warning(message: "two").Expect(2, () =>
    {
        Log.Info("one");
        Log.Warning("two");
    });
}
