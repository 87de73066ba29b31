using System.Diagnostics;
using System.Net.Http.Json;

namespace Kokoro.Bench.Serve;

/// <summary>One request as a client sees it.</summary>
/// <param name="FirstAudio">Seconds until the first sample was there.</param>
/// <param name="Total">Seconds until the last one was.</param>
/// <param name="AudioSeconds">Of sound.</param>
internal sealed record Reply(double FirstAudio, double Total, double AudioSeconds);

internal static class SpeakClient
{
    private const double BytesPerSecond = 48_000;
    private const int BufferBytes = 64 * 1024;

    /// <param name="isPlayed">Whether it is read at the pace of speech, as a player does, and not as fast as it comes.</param>
    public static async Task<Reply> SpeakAsync(HttpClient client, string text, bool isStream, bool isPlayed = false, CancellationToken cancellationToken = default)
    {
        var began = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/speak") { Content = JsonContent.Create(new { text, format = "pcm", stream = isStream }) };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        await using var audio = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[BufferBytes];
        double? first = null;
        long bytes = 0;
        int read;
        while ((read = await audio.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            first ??= Stopwatch.GetElapsedTime(began).TotalSeconds;
            bytes += read;

            // A player has at most a second in its own buffer.
            var ahead = (bytes / BytesPerSecond) - (Stopwatch.GetElapsedTime(began).TotalSeconds - first.Value) - 1;
            if (isPlayed && ahead > 0)
                await Task.Delay(TimeSpan.FromSeconds(ahead), TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }

        return new Reply(first ?? throw new InvalidDataException("a reply without audio"), Stopwatch.GetElapsedTime(began).TotalSeconds, bytes / BytesPerSecond);
    }
}
