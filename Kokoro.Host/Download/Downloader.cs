using System.Net;
using System.Net.Http.Headers;
using Kokoro.Synthesis;

namespace Kokoro.Host.Download;

/// <summary>
/// Fetches a file of a known hash: goes on where an earlier try ended, tries again after what may pass, and hands out nothing but the right bytes. Proxies are those of the
/// variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY.
/// </summary>
internal sealed class Downloader(DownloadOptions options) : IDisposable
{
    private const int BlockBytes = 1 << 17;
    private const int MostRedirects = 10;

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        MaxAutomaticRedirections = MostRedirects,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxResponseDrainSize = 0,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, // a large file takes as long as it takes; StalledAfter watches
    };

    /// <param name="part">Where it is kept on its way.</param>
    /// <param name="report">Given the bytes that are there and, once they are known, those that there will be.</param>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.DownloadFailed"/>: the server cannot be reached, refuses, or sends something else. <see cref="SpeechErrorCode.ModelCorrupt"/>: all bytes
    /// came and are others. <see cref="SpeechErrorCode.OutputUnwritable"/>: no room.
    /// </exception>
    public async Task FetchAsync(WantedFile file, PartFile part, Action<long, long?> report, CancellationToken cancellationToken)
    {
        if (part.Length > file.Bytes)
            part.Restart();
        if (file.Bytes is null && part.Length > 0 && part.Complete() == file.Sha256)
            return; // all of it came before: where nobody knows the size, only the hash tells
        for (var failed = 0; part.Length != file.Bytes;)
        {
            var before = part.Length;
            if (await TryAsync(file, part, report, cancellationToken).ConfigureAwait(false) is not { } fault)
                break;
            failed = part.Length > before ? 0 : failed;
            if (failed == options.Pauses.Count)
                throw Failed(file, $"{fault}; {part.Length} bytes are kept, and the same command goes on from there");
            await Task.Delay(options.Pauses[failed++], options.Time, cancellationToken).ConfigureAwait(false);
        }

        var hash = part.Complete();
        if (hash == file.Sha256)
            return;
        var length = part.Length;
        part.Restart();
        throw new SpeechException(
            SpeechErrorCode.ModelCorrupt,
            $"{file.Name} came as {length} bytes of SHA-256 {hash[..12]}... instead of {file.Sha256[..12]}...; they were thrown away. Run the same command again, or from another mirror (kokoro.models.mirror)");
    }

    public void Dispose() => _client.Dispose();

    /// <returns>Null when all is there; else what went wrong that may pass.</returns>
    private async Task<string?> TryAsync(WantedFile file, PartFile part, Action<long, long?> report, CancellationToken cancellationToken)
    {
        using var stall = new StallWatch(options, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file.Url);
            if (part.Length > 0)
                request.Headers.Range = new RangeHeaderValue(part.Length, null);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stall.Token).ConfigureAwait(false);
            if (Refusal(file, response, part) is { } refusal)
                return refusal;

            // A server that does not go on starts from the beginning, and so do we.
            if (response.StatusCode == HttpStatusCode.OK && part.Length > 0)
                part.Restart();
            var total = Total(response);
            if (file.Bytes is { } wanted && total is { } offered && offered != wanted)
                throw Failed(file, $"{file.Url.Host} offers {offered} bytes instead of {wanted}; it may have another version there");
            FreeSpace.Require(part.Path, file.Name, (file.Bytes ?? total) - part.Length);
            await using var stream = await response.Content.ReadAsStreamAsync(stall.Token).ConfigureAwait(false);
            await CopyAsync(file, total, stream, part, report, stall).ConfigureAwait(false);
            return (file.Bytes ?? total) is { } all && part.Length < all ? $"{file.Url.Host} ended after {part.Length} of {all} bytes" : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"{file.Url.Host} sent nothing for {options.StalledAfter.TotalSeconds:0.#} s";
        }
        catch (HttpRequestException e)
        {
            return $"{file.Url.Host} cannot be reached ({Printable.Message(e)})";
        }
        catch (IOException e)
        {
            return $"the connection to {file.Url.Host} broke ({Printable.Message(e)})";
        }
    }

    private static async Task CopyAsync(WantedFile file, long? total, Stream stream, PartFile part, Action<long, long?> report, StallWatch stall)
    {
        var block = new byte[BlockBytes];
        while (true)
        {
            stall.Restart();
            var read = await stream.ReadAsync(block, stall.Token).ConfigureAwait(false);
            if (read == 0)
                return;
            if (part.Length + read > (file.Bytes ?? total))
            {
                part.Restart();
                throw Failed(file, $"{file.Url.Host} sends more than {file.Bytes ?? total} bytes; they were thrown away");
            }

            await part.AppendAsync(block.AsMemory(0, read), stall.Token).ConfigureAwait(false);
            report(part.Length, file.Bytes ?? total);
        }
    }

    /// <returns>What may pass; null where the answer is the file.</returns>
    /// <exception cref="SpeechException">What will not pass.</exception>
    private static string? Refusal(WantedFile file, HttpResponseMessage response, PartFile part)
    {
        var host = file.Url.Host;
        switch ((int)response.StatusCode)
        {
            case 200 when response.Content.Headers.ContentType?.MediaType == "text/html":
                throw Failed(file, $"{host} sends a web page instead of the file; look whether it asks for a login, or set kokoro.models.mirror");
            case 200:
                return null;
            case 206 when response.Content.Headers.ContentRange?.From == part.Length:
                return null;
            case 206 or 416 when part.Length > 0:
                part.Restart();
                return $"{host} does not go on where it ended";
            case >= 300 and < 400:
                throw Failed(file, $"{host} redirects more than {MostRedirects} times, or to an unsafe address; set kokoro.models.mirror to another one");
            case 408 or 429 or >= 500:
                return $"{host} answers {(int)response.StatusCode}";
            case var status:
                throw Failed(file, $"{host} answers {status} for {file.Url.AbsolutePath}; look whether the address is right, or set kokoro.models.mirror to another one");
        }
    }

    private static long? Total(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.PartialContent ? response.Content.Headers.ContentRange?.Length : response.Content.Headers.ContentLength;

    private static SpeechException Failed(WantedFile file, string why) => new(SpeechErrorCode.DownloadFailed, $"{file.Name} could not be fetched: {why}");
}
