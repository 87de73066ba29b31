using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Load;

/// <summary>A client with an address of its own on this machine: 127.0.0.N.</summary>
internal sealed class LoadClient : IDisposable
{
    private readonly HttpClient _http;

    public LoadClient(TestServer server, int number)
    {
        var address = IPAddress.Parse($"127.0.0.{number}");
        _http = new HttpClient(new SocketsHttpHandler
        {
            MaxResponseDrainSize = 0,
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(address, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = server.Client.BaseAddress,
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Returns when the headers are there.</summary>
    public async Task<HttpResponseMessage> AskAsync(object body, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/speak") { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <returns>The samples; anything but 200 fails the test.</returns>
    public async Task<byte[]> PcmAsync(string text, bool isStream)
    {
        using var response = await AskAsync(new { text, format = "pcm", stream = isStream });
        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {Encoding.UTF8.GetString(body[..Math.Min(300, body.Length)])}");
        return body;
    }
}
