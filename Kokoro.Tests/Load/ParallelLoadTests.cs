using Kokoro.Actors.Settings;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Load;

/// <summary>Many clients at once: each hears exactly what it would have heard alone.</summary>
public sealed class ParallelLoadTests
{
    private static readonly int[] Lengths = [20, 200, 400, 60, 800];

    [Fact]
    public async Task From_1_to_64_clients_of_mixed_lengths_every_reply_is_exact()
    {
        await using var speech = new StubSpeech();
        var texts = Enumerable.Range(0, 20).Select(number => LoadTexts.Of(number, Lengths[number % Lengths.Length])).ToArray();
        var expected = new Dictionary<string, byte[]>();
        foreach (var text in texts)
            expected.Add(text, await speech.PcmAsync(text));
        await using var server = await StubServer.StartAsync(speed: 500, engines: 8);

        foreach (var clients in new[] { 1, 4, 16, 64 })
        {
            await Task.WhenAll(Enumerable.Range(0, clients).Select(async number =>
            {
                using var client = new LoadClient(server, 2 + number);
                for (var i = 0; i < 2; i++)
                {
                    var text = texts[(number + i) % texts.Length];
                    Assert.Equal(expected[text], await client.PcmAsync(text, isStream: (number + i) % 2 == 0));
                }
            }));
            await server.UntilIdleAsync();
        }
    }

    [Fact]
    public async Task Under_16_clients_the_real_engine_says_to_each_exactly_what_it_says_to_one()
    {
        await using var server = await TestServer.StartAsync(new ServerSettings { Synthesis = new() { Size = 2 } });
        var texts = Enumerable.Range(0, 4).Select(number => LoadTexts.Of(number, 60)).ToArray();
        var expected = new Dictionary<string, byte[]>();
        foreach (var text in texts)
            expected.Add(text, await server.WavAsync(text));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async client =>
        {
            for (var i = 0; i < 2; i++)
            {
                var text = texts[(client + i) % texts.Length];
                Assert.Equal(expected[text], await server.WavAsync(text));
            }
        }));
        await server.UntilIdleAsync();
    }

    [Fact]
    public async Task A_text_of_32767_characters_that_is_read_slowly_refuses_nobody()
    {
        await using var server = await StubServer.StartAsync(speed: 100, engines: 2);
        using var slow = new LoadClient(server, 2);
        using var response = await slow.AskAsync(new { text = LoadTexts.Of(0, 32_767)[..32_767], format = "pcm" });
        await using var audio = await response.Content.ReadAsStreamAsync();
        var some = new byte[1000];

        await Task.WhenAll(Enumerable.Range(3, 12).Select(async number =>
        {
            using var client = new LoadClient(server, number);
            for (var i = 0; i < 3; i++)
                Assert.NotEmpty(await client.PcmAsync(LoadTexts.Of(number, 60), isStream: i % 2 == 0));
        }));

        Assert.True(response.IsSuccessStatusCode);
        await audio.ReadExactlyAsync(some);
    }
}
