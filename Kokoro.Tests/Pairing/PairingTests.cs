using Kokoro.Host.Pairing;
using Kokoro.Tests.Cli;
using Kokoro.Tests.Http;
using static Kokoro.Tests.Pairing.PairingClient;

namespace Kokoro.Tests.Pairing;

/// <summary>From the code to the token and to its end, over HTTP.</summary>
public sealed class PairingTests
{
    /// <summary>Answered without engines.</summary>
    private const string Anything = "/v1/models";

    [Fact]
    public async Task A_code_becomes_a_token_once_for_the_extension_that_sent_it()
    {
        await using var server = await StartAsync();
        var client = new PairingClient(server.Client);
        var code = await client.MakeCodeAsync();

        var paired = await client.PairAsync(Reader, code);

        Assert.Equal(200, paired.Status);
        Assert.Equal(200, (await client.AskAsync("GET", Anything, Reader, paired.Text("token"))).Status);
        Assert.Equal(403, (await client.AskAsync("GET", Anything, Companion, paired.Text("token"))).Status);
        Assert.Equal((410, "code_expired"), (await client.PairAsync(Reader, code)).Problem);
        var kept = Assert.Single(new PairedTokens(server.Folder, TimeProvider.System).List());
        Assert.Equal((paired.Text("id"), Reader, "Kokoro Reader"), (kept.Id, kept.Origin, kept.Name));
    }

    [Fact]
    public async Task Wrong_codes_say_how_many_tries_are_left_until_the_right_one_is_dead_too()
    {
        await using var server = await StartAsync();
        var client = new PairingClient(server.Client);
        Assert.Equal((409, "code_missing"), (await client.PairAsync(Reader, "AAAA AAAA")).Problem);
        var code = await client.MakeCodeAsync();

        foreach (var left in new[] { "4 tries are left", "3 tries are left", "2 tries are left", "one try is left", "no try is left" })
        {
            var wrong = await client.PairAsync(Reader, "AAAA AAAA");
            Assert.Equal((403, "code_wrong"), wrong.Problem);
            Assert.Contains(left, wrong.Text("detail"), StringComparison.Ordinal);
        }

        Assert.Equal((410, "code_expired"), (await client.PairAsync(Reader, code)).Problem);
    }

    [Fact]
    public async Task After_two_minutes_the_page_and_the_extension_are_told_that_the_code_is_over()
    {
        var time = new StillTime();
        await using var server = await StartAsync(time);
        var client = new PairingClient(server.Client);
        var code = await client.MakeCodeAsync();
        Assert.Equal("open", (await client.AskAsync("GET", "/pair/code", site: "same-origin")).Text("state"));

        time.Advance(PairingCode.ValidFor);

        Assert.Equal("over", (await client.AskAsync("GET", "/pair/code", site: "same-origin")).Text("state"));
        Assert.Equal((410, "code_expired"), (await client.PairAsync(Reader, code)).Problem);
    }

    [Theory]
    [InlineData("""{"code":""}""", 400, "field_missing")]
    [InlineData("""{"name":"x"}""", 400, "field_missing")]
    [InlineData("""{"code":12345678}""", 400, "field_invalid")]
    [InlineData("""{"code":"A","cod":"A"}""", 400, "field_unknown")]
    [InlineData("[]", 400, "json_invalid")]
    [InlineData(null, 415, "content_type")]
    public async Task What_is_no_code_costs_no_try(string? body, int status, string kind)
    {
        await using var server = await StartAsync();
        var client = new PairingClient(server.Client);
        var code = await client.MakeCodeAsync();

        for (var i = 0; i <= PairingCode.MostTries; i++)
            Assert.Equal((status, kind), (await client.AskAsync("POST", "/pair/token", Reader, body: body)).Problem);

        Assert.Equal(200, (await client.PairAsync(Reader, code)).Status);
    }

    [Fact]
    public async Task A_running_server_takes_a_code_of_the_terminal_and_lets_go_of_what_is_revoked_there()
    {
        await using var server = await StartAsync();
        var client = new PairingClient(server.Client);
        var home = new Dictionary<string, string> { ["KOKORO_HOME"] = server.Folder };
        var made = await KokoroProcess.RunAsync(home, "pair", "code");
        var paired = await client.PairAsync(Reader, System.Text.Encoding.UTF8.GetString(made.Output).Trim());
        Assert.Equal(200, (await client.AskAsync("GET", Anything, Reader, paired.Text("token"))).Status);

        var revoked = await KokoroProcess.RunAsync(home, "pair", "revoke", paired.Text("id"));

        Assert.Equal((0, $"revoked {paired.Text("id")}"), (revoked.ExitCode, Assert.Single(revoked.ErrorLines)));
        Assert.Equal((401, "token_wrong"), (await client.AskAsync("GET", "/voices", Reader, paired.Text("token"))).Problem);
    }

    [Fact]
    public async Task A_broken_list_is_left_as_it_is_and_programs_of_this_machine_are_served()
    {
        await using var server = await StartAsync();
        var client = new PairingClient(server.Client);
        var file = Path.Combine(server.Folder, PairedTokens.FileName);
        var token = (await client.PairAsync(Reader)).Text("token");
        var whole = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, whole[..^3]);

        var refused = await client.AskAsync("GET", "/voices", Reader, token);

        Assert.Equal((503, "pairing_unavailable"), refused.Problem);
        Assert.Equal(Reader, refused.Header("Access-Control-Allow-Origin"));
        Assert.DoesNotContain(server.Folder, refused.Body, StringComparison.Ordinal);
        Assert.Equal((503, "pairing_unavailable"), (await client.PairAsync(Reader)).Problem);
        Assert.Equal(200, (await client.AskAsync("GET", Anything)).Status);
        Assert.Equal(whole[..^3], await File.ReadAllTextAsync(file));
        await File.WriteAllTextAsync(file, whole);
        Assert.Equal(200, (await client.AskAsync("GET", Anything, Reader, token)).Status);
    }

    private static Task<ScriptedServer> StartAsync(TimeProvider? time = null) =>
        ScriptedServer.StartAsync((_, _) => Assert.Fail("it reached the edge"), time: time);
}
