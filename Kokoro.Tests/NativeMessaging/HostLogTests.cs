using Kokoro.Host.NativeMessaging;

namespace Kokoro.Tests.NativeMessaging;

public sealed class HostLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_entry_is_one_line_with_its_time_and_process()
    {
        await new HostLog(_folder["new/host.log"], TimeProvider.System).WriteAsync("first\nsecond\u001b[1m");

        Assert.Matches($@"^\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{{3}} {Environment.ProcessId} first second\?\[1m\n$", await File.ReadAllTextAsync(_folder["new/host.log"]));
    }

    [Fact]
    public async Task A_full_log_begins_anew_and_the_one_before_it_is_kept()
    {
        await File.WriteAllTextAsync(_folder["host.log"], new string('x', (int)HostLog.MostBytes));
        await File.WriteAllTextAsync(_folder["host.log.1"], "older");

        await new HostLog(_folder["host.log"], TimeProvider.System).WriteAsync("new");

        Assert.EndsWith(" new\n", await File.ReadAllTextAsync(_folder["host.log"]), StringComparison.Ordinal);
        Assert.Equal(HostLog.MostBytes, new FileInfo(_folder["host.log.1"]).Length);
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public async Task A_long_entry_is_cut()
    {
        await new HostLog(_folder["host.log"], TimeProvider.System).WriteAsync(new string('x', 1_000_000));

        Assert.InRange(new FileInfo(_folder["host.log"]).Length, 2000, 2100);
    }

    public void Dispose() => _folder.Dispose();
}
