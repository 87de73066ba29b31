using System.Net.Sockets;
using Kokoro.Actors.Settings;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Faults;

public sealed class SlowReaderTests
{
    /// <summary>What lies between them must not be so large that it takes longer to see him read than he may take to read nothing.</summary>
    [Fact]
    public async Task A_reader_that_takes_little_is_not_one_that_takes_nothing()
    {
        var (patience, settings) = (TimeSpan.FromSeconds(3), new ServerSettings());
        await using var server = await TestServer.StartAsync(
            settings with { Http = settings.Http with { StalledAfter = patience }, Utterances = settings.Utterances with { StalledAfter = patience } });
        using var slow = await SlowReader.AskAsync(server, SlowReader.LongText);
        var some = new byte[2048];
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var read = 0; read < 100_000 && await tick.WaitForNextTickAsync();)
        {
            var count = await slow.ReceiveAsync(some);
            Assert.NotEqual(0, count);
            read += count;
        }

        Assert.DoesNotContain("ReaderStalled", server.Log.ToString(), StringComparison.Ordinal);
    }
}
