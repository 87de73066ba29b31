using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Kokoro.Host.NativeMessaging;

/// <summary>Over HTTP, as a local program.</summary>
internal sealed class HttpProbe : IServerProbe, IDisposable
{
    /// <summary>A server on this machine answers in milliseconds; a program that says nothing for so long is not it.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    /// <summary>The answer has some 20 bytes.</summary>
    private const int MostAnswerBytes = 4096;

    private readonly HttpClient _client;

    /// <param name="server">Scheme, address and port.</param>
    /// <param name="token">http.token; empty where none is set.</param>
    public HttpProbe(string server, string token)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(server),
            Timeout = AnswerWithin,
            MaxResponseContentBufferSize = MostAnswerBytes,
        };
        if (token.Length > 0)
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<ServerPresence> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync("/health/live", cancellationToken).ConfigureAwait(false);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return answer.StatusCode == HttpStatusCode.OK && SaysLive(body) ? ServerPresence.Live : ServerPresence.Foreign;
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return ServerPresence.Absent;
        }
        catch (HttpRequestException)
        {
            return ServerPresence.Foreign; // it speaks, but not HTTP as a server does
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ServerPresence.Foreign; // it took the connection and says nothing
        }
    }

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync("/health/ready", cancellationToken).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // not yet listening
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false; // busy with its start
        }
    }

    public void Dispose() => _client.Dispose();

    private static bool SaysLive(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.String && status.ValueEquals("live");
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
