using Akka.Actor;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Host.Serving;
using Kokoro.Tests.Download;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Http;

public sealed class WarmUpTests
{
    [Fact]
    public async Task The_server_speaks_to_itself_with_its_own_token()
    {
        var settings = new ServerSettings { Http = new() { Token = "a long word that nobody guesses" } };
        await using var server = await TestServer.StartAsync(settings);

        Assert.Null(await WarmUp.SpeakAsync(settings.Http, server.Port, CancellationToken.None));

        server.Client.DefaultRequestHeaders.Authorization = new("Bearer", settings.Http.Token);
        Assert.Contains("kokoro_utterances_ended_total{outcome=\"whole\"} 1", await server.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_does_not_go_to_the_proxy_of_the_environment()
    {
        await using var proxy = new FileServer((_, stream) => FileServer.HeadAsync(stream, "200 OK", "Content-Length: 0"));
        await using var server = await ServerProcess.StartAsync(new Dictionary<string, string>
        {
            ["http_proxy"] = proxy.Address.ToString(),
            ["no_proxy"] = "",
            ["KOKORO_HTTP_TOKEN"] = "a long word that nobody guesses",
            ["KOKORO_HTTP_WARM_UP"] = "on",
        });

        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public async Task What_goes_wrong_is_told_and_stops_nothing()
    {
        await using var server = await ScriptedServer.StartAsync((_, asker) => asker.Tell(new SpeakProtocol.Refused(new(ProblemKind.Degraded, "no engine"))));

        Assert.Equal("status 503", await WarmUp.SpeakAsync(new HttpSettings(), server.Port, CancellationToken.None));
        await server.DisposeAsync();
        Assert.NotNull(await WarmUp.SpeakAsync(new HttpSettings(), server.Port, CancellationToken.None));
    }

    [Fact]
    public async Task Somebody_who_stops_the_server_does_not_wait_for_it()
    {
        using var stopped = new CancellationTokenSource();
        await using var server = await ScriptedServer.StartAsync((_, _) => stopped.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WarmUp.SpeakAsync(new HttpSettings(), server.Port, stopped.Token));
    }
}
