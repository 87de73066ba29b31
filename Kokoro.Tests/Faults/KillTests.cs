using Kokoro.Actors.Settings;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Faults;

/// <summary>Engines that read and engines that speak are killed at any time, while clients ask on.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Killing_engines_two_hundred_times_loses_nothing_and_changes_nothing()
    {
        const int Kills = 200;
        await using var server = await TestServer.StartAsync(
            Tenth.Of(new ServerSettings { Router = new() { OutsideRetries = 20 } }), speech: engines => engines.Stub(speed: 50));
        var expected = new Dictionary<string, byte[]>();
        foreach (var text in EngineFaultTests.Texts)
            expected.Add(text, await server.WavAsync(text));

        using var replies = new SemaphoreSlim(0);
        using var done = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 4).Select(async client =>
        {
            var count = 0;
            for (; !done.IsCancellationRequested; count++)
            {
                var text = EngineFaultTests.Texts[(client + count) % EngineFaultTests.Texts.Length];
                Assert.Equal(expected[text], await server.WavAsync(text));
                replies.Release();
            }

            return count;
        }).ToArray();

        var random = new Random(1);
        for (var kill = 0; kill < Kills; kill++)
        {
            // After a reply, so that kills and work go on side by side at whatever pace the machine has.
            await Task.WhenAny(replies.WaitAsync(), clients[0]);
            var engines = await EnginesAsync(server);
            if (engines.Count > 0)
                ProcessTree.Signal(engines[random.Next(engines.Count)], "KILL");
        }

        await done.CancelAsync();
        var served = await Task.WhenAll(clients);
        Assert.True(served.Sum() >= Kills, $"only {served.Sum()} replies");
        await server.UntilIdleAsync();
    }

    /// <returns>Those that have started, both kinds.</returns>
    private static async Task<IReadOnlyList<int>> EnginesAsync(TestServer server) => [.. (await server.HealthAsync()).Engines.Select(engine => engine.ProcessId).OfType<int>()];
}
