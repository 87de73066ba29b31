using Kokoro.Host.NativeMessaging;

namespace Kokoro.Tests.NativeMessaging;

public sealed class ServerStarterTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly HurriedTime _time = new();
    private readonly ScriptedMachine _machine = new();

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
        var time = new HurriedTime(isStill: true);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _machine.Gate = gate.Task;
        var first = Starter(time).EnsureAsync(CancellationToken.None);
        var second = Starter(time).EnsureAsync(CancellationToken.None);
        Assert.False(first.IsCompleted || second.IsCompleted);
        gate.SetResult();

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

    [Theory]
    [InlineData("kokoro: preparing kokoro-82m for this machine (once)", " (preparing kokoro-82m for this machine (once))")]
    [InlineData("", "")]
    public async Task A_server_that_is_not_ready_in_half_a_minute_is_an_error_with_what_it_said_and_where(string said, string shown)
    {
        _machine.ReadyAfter = int.MaxValue;
        _machine.LastLine = said;

        var refusal = await Assert.ThrowsAsync<HostException>(() => Starter().EnsureAsync(CancellationToken.None));

        Assert.Equal($"The server is still not ready after 30 seconds{shown}; try again in a moment, or look into {Folder.ServerStart}.", refusal.Message);
        Assert.InRange(_time.Passed, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(31));
    }

    [Theory]
    [InlineData("kokoro: port 8880 is reserved", "port 8880 is reserved")]
    [InlineData("", "exit code 3")]
    public async Task A_server_that_ends_at_its_start_is_an_error_with_what_it_said(string said, string shown)
    {
        _machine.ReadyAfter = int.MaxValue;
        _machine.ExitCode = 3;
        _machine.LastLine = said;

        var refusal = await Assert.ThrowsAsync<HostException>(() => Starter().EnsureAsync(CancellationToken.None));

        Assert.Equal($"The server ended at its start ({shown}); start it in a terminal to see why: kokoro serve.", refusal.Message);
    }

    [Fact]
    public async Task A_server_that_gives_way_to_one_from_a_terminal_is_no_error()
    {
        _machine.ReadyAfter = int.MaxValue;
        _machine.ExitCode = 3;
        _machine.IsLiveOnceStarted = true;

        await Starter().EnsureAsync(CancellationToken.None);
    }

    public void Dispose() => _temporary.Dispose();

    private ServerStarter Starter(TimeProvider? time = null) =>
        new(Folder, _machine, 1, _machine.Start, new HostLog(Folder.HostLog, TimeProvider.System), time ?? _time);
}
