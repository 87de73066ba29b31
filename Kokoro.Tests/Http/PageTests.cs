using System.Net;
using Kokoro.Actors.Settings;

namespace Kokoro.Tests.Http;

public sealed class PageTests
{
    [Theory]
    [InlineData("/", "text/html; charset=utf-8", "<title>Kokoro</title>")]
    [InlineData("/studio.js", "text/javascript; charset=utf-8", "/speak")]
    [InlineData("/studio.css", "text/css; charset=utf-8", "::highlight(word)")]
    [InlineData("/icon.svg", "image/svg+xml", "<svg")]
    [InlineData("/pair", "text/html; charset=utf-8", "<title>Connect the extension – Kokoro</title>")]
    [InlineData("/pair.js", "text/javascript; charset=utf-8", "/pair/code")]
    [InlineData("/pair.css", "text/css; charset=utf-8", "#code")]
    public async Task The_page_is_served_under_a_strict_policy(string address, string type, string content)
    {
        await using var server = await ScriptedServer.StartAsync((_, _) => { });

        using var response = await server.Client.GetAsync(address);

        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Contains(content, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_browser_that_has_the_page_is_told_that_it_is_still_the_one()
    {
        await using var server = await ScriptedServer.StartAsync((_, _) => { });
        using var first = await server.Client.GetAsync("/studio.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/studio.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.True(first.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task With_a_token_the_page_is_there_for_everybody_and_what_it_asks_is_not()
    {
        await using var server = await ScriptedServer.StartAsync((_, _) => { }, new ServerSettings { Http = new() { Token = "a long word that nobody guesses" } });

        using var page = await server.Client.GetAsync("/");
        using var voices = await server.Client.GetAsync("/voices");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (page.StatusCode, voices.StatusCode));
    }
}
