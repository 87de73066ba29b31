using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Kokoro.Actors.Settings;

namespace Kokoro.Host.Serving;

/// <summary>
/// Asks the server once for speech, as a client does. The first request of a process takes half a second longer than the next one, since code is compiled at its first
/// use and a model opens its second width then; better before anybody waits for it.
/// </summary>
internal static class WarmUp
{
    /// <summary>Longer than one clause, so that also the second run's way has been gone.</summary>
    private const string Text = "Ready, and listening for whatever comes. What shall I say first?";

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    /// <returns>What went wrong, which the first who asks will be told as well; null when all is well.</returns>
    public static async Task<string?> SpeakAsync(HttpSettings settings, int port, CancellationToken cancellationToken)
    {
        // What the server says to itself, its token above all, is for no proxy.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Within };
        if (settings.Token.Length > 0)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.Token);
        try
        {
            using var response = await client.PostAsJsonAsync(
                $"http://{new IPEndPoint(Reachable(settings.Listen), port)}/speak", new { text = Text, format = "frames" }, cancellationToken).ConfigureAwait(false);
            await response.Content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? null : $"status {(int)response.StatusCode}";
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return e.Message;
        }
    }

    /// <summary>An address of this machine at which the server listens.</summary>
    private static IPAddress Reachable(string listen) =>
        !IPAddress.TryParse(listen, out var address) || address.Equals(IPAddress.Any) ? IPAddress.Loopback
        : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
        : address;
}
