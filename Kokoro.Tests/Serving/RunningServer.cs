namespace Kokoro.Tests.Serving;

/// <summary>One server with its real engines for all tests of a class that only ask it.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    internal TestServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
