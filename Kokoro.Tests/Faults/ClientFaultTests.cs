using System.Text.Json;
using Kokoro.Actors.Settings;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Faults;

/// <summary>Clients that go away, or read slowly or not at all. They cost themselves.</summary>
[Collection(FaultCollection.Name)]
public sealed class ClientFaultTests
{
    [Fact]
    public async Task A_client_that_is_gone_at_any_of_twenty_moments_leaves_nothing_behind()
    {
        await using var server = await TestServer.StartAsync();
        for (var moment = 0; moment < 20; moment++)
        {
            using var gone = new CancellationTokenSource();
            var body = JsonSerializer.Serialize(new { text = SlowReader.LongText, format = moment % 2 == 0 ? "pcm" : "wav", stream = moment % 4 != 3 });
            try
            {
                // Some at once, some when the work has begun (all that want a whole reply), the others after more and more sound.
                var asking = server.SpeakAsync(body, gone.Token);
                if (moment % 4 == 3)
                    await server.UntilAsync(report => report.Utterances > 0);
                if (moment < 5 || moment % 4 == 3)
                    await gone.CancelAsync();

                using var response = await asking.WaitAsync(gone.Token);
                await using var audio = await response.Content.ReadAsStreamAsync(gone.Token);
                await audio.ReadExactlyAsync(new byte[moment * 10_000], gone.Token);
                await gone.CancelAsync();
            }
            catch (OperationCanceledException)
            {
                // That was the moment.
            }

            if (moment % 4 == 3)
                continue; // the next one comes while this one is still on its way out
            await server.UntilIdleAsync();
        }

        await server.UntilIdleAsync();
        await server.WavAsync("And the next one is heard.");
    }

    [Fact]
    public async Task A_reader_that_reads_nothing_is_given_up_and_holds_up_nobody()
    {
        var settings = Tenth.Of(new ServerSettings());
        await using var server = await TestServer.StartAsync(settings with { Http = settings.Http with { StalledAfter = TimeSpan.FromSeconds(1) } });
        using var stalled = await SlowReader.AskAsync(server, SlowReader.LongText);

        await server.WavAsync("Somebody else is heard meanwhile.");
        await server.UntilIdleAsync();

        await server.Log.UntilAsync("ReaderStalled");
    }

    [Fact]
    public async Task A_reader_of_one_kilobyte_a_second_costs_no_memory_and_holds_up_nobody()
    {
        await using var server = await TestServer.StartAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var slow = await SlowReader.AskAsync(server, SlowReader.LongText);
        var some = new byte[1024];
        using var second = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var i = 0; i < 10 && await second.WaitForNextTickAsync(); i++)
        {
            await slow.ReceiveAsync(some);
            await server.WavAsync("Somebody else is heard meanwhile.");
        }

        // 10 s of audio, the connection's buffer and what the others left: far less than the 38 MB there are.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);
        slow.Close();
        await server.UntilIdleAsync();
    }
}
