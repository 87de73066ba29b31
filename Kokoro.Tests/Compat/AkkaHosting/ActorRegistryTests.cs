using Akka.Actor;
using Akka.Hosting;
using Akka.TestKit.TestActors;
using Kokoro.Tests.Compat.AkkaActors;

namespace Kokoro.Tests.Compat.AkkaHosting;

public sealed class ActorRegistryTests : AkkaTest
{
    private ActorRegistry Registry => ActorRegistry.For(Sys);

    [Fact]
    public void Registry_is_one_for_each_system() => Assert.Same(Registry, ActorRegistry.For(Sys));

    [Fact]
    public void Key_without_an_actor_is_missing() => Assert.Throws<MissingActorRegistryEntryException>(() => Registry.Get<Key>());

    [Fact]
    public void Key_is_registered_once_unless_overwritten()
    {
        var first = Sys.ActorOf(BlackHoleActor.Props);
        var second = Sys.ActorOf(BlackHoleActor.Props);
        Registry.Register<Key>(first);
        Assert.Throws<DuplicateActorRegistryException>(() => Registry.Register<Key>(second));
        Assert.False(Registry.TryRegister<Key>(second));
        Assert.Equal(first, Registry.Get<Key>());
        Registry.Register<Key>(second, overwrite: true);
        Assert.True(Registry.TryGet<Key>(out var found));
        Assert.Equal(second, found);
    }

    [Fact]
    public async Task Waiting_for_a_key_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = Registry.GetAsync<Key>(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private sealed class Key;
}
