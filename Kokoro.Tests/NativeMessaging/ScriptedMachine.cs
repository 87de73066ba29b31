using Kokoro.Host.NativeMessaging;

namespace Kokoro.Tests.NativeMessaging;

/// <summary>A machine on which a server may run.</summary>
internal sealed class ScriptedMachine : IServerProbe, IStartedServer
{
    private int _started;
    private int _asked;

    public ServerPresence Presence { get; set; }

    public int ReadyAfter { get; set; }

    public bool IsLiveOnceStarted { get; set; }

    public int Started => Volatile.Read(ref _started);

    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Whether it is ready is not said before.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Id => 7;

    public int? ExitCode { get; set; }

    public string LastLine { get; set; } = "";

    public ScriptedMachine Start()
    {
        Interlocked.Increment(ref _started);
        if (IsLiveOnceStarted)
            Presence = ServerPresence.Live;
        return this;
    }

    public Task<ServerPresence> LookAsync(CancellationToken cancellationToken) => Task.FromResult(Presence);

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await Gate;
        var isReady = Interlocked.Increment(ref _asked) >= ReadyAfter;
        if (isReady)
            Presence = ServerPresence.Live;
        return isReady;
    }

    public void Dispose()
    {
        // Letting go of it does not end it.
    }
}
