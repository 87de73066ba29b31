using Kokoro.Host.NativeMessaging;

namespace Kokoro.Tests.NativeMessaging;

public sealed class ServerStarterTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly HurriedTime _time = new();
    private readonly Machine _machine = new();

    private HostFolder Folder => new(_temporary["native-messaging"]);

    [Fact]
    public async Task A_server_that_is_there_is_not_started_again()
    {
        _machine.Presence = ServerPresence.Live;

        await Starter().EnsureAsync(CancellationToken.None);

        Assert.Equal(0, _machine.Started);
    }

    [Fact]
    public async Task A_server_is_started_and_waited_for()
    {
        _machine.ReadyAfter = 5;

        await Starter().EnsureAsync(CancellationToken.None);

        Assert.Equal(1, _machine.Started);
        Assert.Equal(5, _machine.Asked);
        Assert.EndsWith(" started the server as process 7\n", await File.ReadAllTextAsync(Folder.HostLog), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hosts_at_once_start_one_server()
    {
        _machine.ReadyAfter = int.MaxValue;
        var first = Starter().EnsureAsync(CancellationToken.None);
        await _machine.WasStarted.Task;
        var second = Starter().EnsureAsync(CancellationToken.None);
        _machine.ReadyAfter = 0;

        await Task.WhenAll(first, second);

        Assert.Equal(1, _machine.Started);
    }

    [Fact]
    public async Task Another_program_on_the_port_is_an_error_and_nothing_is_started()
    {
        _machine.Presence = ServerPresence.Foreign;

        var refusal = await Assert.ThrowsAsync<HostException>(() => Starter().EnsureAsync(CancellationToken.None));

        Assert.Equal("Port 1 is taken by another program, which is not Kokoro; end it, or set another kokoro.http.port.", refusal.Message);
        Assert.Equal(0, _machine.Started);
    }

    [Fact]
    public async Task A_server_that_is_not_ready_in_half_a_minute_is_an_error()
    {
        _machine.ReadyAfter = int.MaxValue;

        var refusal = await Assert.ThrowsAsync<HostException>(() => Starter().EnsureAsync(CancellationToken.None));

        Assert.Equal($"The server is still not ready after 30 seconds; try again in a moment, or look into {Folder.ServerLog}.", refusal.Message);
        Assert.InRange(_time.Passed, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(31));
    }

    [Theory]
    [InlineData("kokoro: port 8880 is reserved", "port 8880 is reserved")]
    [InlineData("", "exit code 3")]
    public async Task A_server_that_ends_at_its_start_is_an_error_with_what_it_said(string said, string shown)
    {
        _machine.ReadyAfter = int.MaxValue;
        _machine.Ended = (3, said);

        var refusal = await Assert.ThrowsAsync<HostException>(() => Starter().EnsureAsync(CancellationToken.None));

        Assert.Equal($"The server ended at its start ({shown}); start it in a terminal to see why: kokoro serve.", refusal.Message);
    }

    [Fact]
    public async Task A_server_that_gives_way_to_one_from_a_terminal_is_no_error()
    {
        _machine.ReadyAfter = int.MaxValue;
        _machine.Ended = (3, "kokoro: port 8880 is taken");
        _machine.IsLiveOnceStarted = true;

        await Starter().EnsureAsync(CancellationToken.None);
    }

    public void Dispose() => _temporary.Dispose();

    private ServerStarter Starter() => new(Folder, _machine, 1, _machine.Start, new HostLog(Folder.HostLog, TimeProvider.System), _time);

    /// <summary>A machine on which a server may run.</summary>
    private sealed class Machine : IServerProbe, IStartedServer
    {
        private int _started;
        private int _asked;

        public ServerPresence Presence { get; set; }

        public int ReadyAfter { get; set; }

        public (int Code, string Said)? Ended { get; set; }

        public bool IsLiveOnceStarted { get; set; }

        public int Started => Volatile.Read(ref _started);

        public int Asked => Volatile.Read(ref _asked);

        public TaskCompletionSource WasStarted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Id => 7;

        public int? ExitCode => Ended?.Code;

        public string LastLine => Ended?.Said ?? "";

        public Machine Start()
        {
            Interlocked.Increment(ref _started);
            if (IsLiveOnceStarted)
                Presence = ServerPresence.Live;
            WasStarted.TrySetResult();
            return this;
        }

        public Task<ServerPresence> LookAsync(CancellationToken cancellationToken) => Task.FromResult(Presence);

        public Task<bool> IsReadyAsync(CancellationToken cancellationToken)
        {
            var isReady = Interlocked.Increment(ref _asked) >= ReadyAfter;
            if (isReady)
                Presence = ServerPresence.Live;
            return Task.FromResult(isReady);
        }

        public void Dispose()
        {
            // Letting go of it does not end it.
        }
    }
}
