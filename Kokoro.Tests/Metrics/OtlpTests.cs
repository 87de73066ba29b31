using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kokoro.Actors.Settings;
using Kokoro.Tests.Load;

namespace Kokoro.Tests.Metrics;

/// <summary>A collector is told of metrics and traces, and of nobody's text.</summary>
public sealed class OtlpTests
{
    [Fact]
    public async Task What_was_measured_and_traced_has_reached_the_collector_when_the_server_has_stopped()
    {
        using var collector = new Collector();

        await using (var server = await StubServer.StartAsync(speed: 100, engines: 1, new ServerSettings { Telemetry = new() { OtlpEndpoint = collector.Address } }))
            await server.WavAsync("A confidential sentence.");

        var metrics = collector.Received("/v1/metrics");
        Assert.Contains("kokoro.run.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("kokoro.utterances.ended", metrics, StringComparison.Ordinal);
        var traces = collector.Received("/v1/traces");
        Assert.Contains("utterance", traces, StringComparison.Ordinal);
        Assert.Contains("kokoro.run", traces, StringComparison.Ordinal);
        Assert.Contains("HttpRequestIn", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("confidential", metrics + traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_harms_nothing()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        free.Stop();

        await using var server = await StubServer.StartAsync(speed: 100, engines: 1, new ServerSettings { Telemetry = new() { OtlpEndpoint = address } });

        Assert.NotEmpty(await server.WavAsync("Hello."));
    }

    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _http = new();
        private readonly ConcurrentQueue<(string Path, string Body)> _received = [];

        public Collector()
        {
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
            }

            _http.Prefixes.Add(Address + "/");
            _http.Start();
            _ = ListenAsync();
        }

        public string Address { get; }

        /// <returns>All bytes that came to this path, as Latin-1: names in protocol buffers are plain text.</returns>
        public string Received(string path) => string.Concat(_received.Where(each => each.Path == path).Select(each => each.Body));

        public void Dispose() => _http.Close();

        private async Task ListenAsync()
        {
            while (_http.IsListening)
            {
                try
                {
                    var call = await _http.GetContextAsync();
                    using var body = new MemoryStream();
                    await call.Request.InputStream.CopyToAsync(body);
                    _received.Enqueue((call.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                    call.Response.Close();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
