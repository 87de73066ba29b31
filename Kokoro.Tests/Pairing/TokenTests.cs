using Kokoro.Actors.Settings;
using Kokoro.Host.Security;
using Kokoro.Tests.Http;
using static Kokoro.Tests.Pairing.PairingClient;

namespace Kokoro.Tests.Pairing;

/// <summary>What an extension's token has to do with wrong ones, and with the server's own.</summary>
public sealed class TokenTests
{
    /// <summary>Answered without engines.</summary>
    private const string Anything = "/v1/models";

    [Fact]
    public async Task Ten_wrong_tokens_silence_who_guesses_and_not_who_is_paired()
    {
        await using var server = await StartAsync();
        var client = new PairingClient(server.Client);
        for (var i = 0; i < TokenGuard.MostFailures; i++)
            Assert.Equal((401, "token_wrong"), (await client.AskAsync("GET", "/voices", Reader, $"guess {i}")).Problem);

        var silenced = await client.AskAsync("GET", "/voices", Reader, "guess");

        Assert.Equal(((429, "too_many_failures"), "60"), (silenced.Problem, silenced.Header("Retry-After")));
        Assert.Equal(200, (await client.AskAsync("GET", Anything, Reader, (await client.PairAsync(Reader)).Text("token"))).Status);
        Assert.Equal(200, (await client.AskAsync("GET", Anything)).Status);
    }

    [Fact]
    public async Task Where_a_token_is_demanded_the_code_takes_it_and_the_extension_may_use_it_or_its_own()
    {
        const string Demanded = "a long word that nobody guesses";
        await using var server = await StartAsync(new ServerSettings { Http = new() { Token = Demanded } });
        var client = new PairingClient(server.Client);
        Assert.Equal(200, (await client.AskAsync("GET", "/pair")).Status);
        Assert.Equal((401, "token_missing"), (await client.AskAsync("POST", "/pair/code", site: "same-origin")).Problem);

        var paired = await client.PairAsync(Reader, await client.MakeCodeAsync(Demanded));

        foreach (var token in new[] { Demanded, paired.Text("token") })
            Assert.Equal(200, (await client.AskAsync("GET", Anything, Reader, token)).Status);
        Assert.Equal(401, (await client.AskAsync("GET", Anything, token: paired.Text("token"))).Status);
    }

    private static Task<ScriptedServer> StartAsync(ServerSettings? settings = null) =>
        ScriptedServer.StartAsync((_, _) => Assert.Fail("it reached the edge"), settings);
}
