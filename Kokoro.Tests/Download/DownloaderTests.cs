using System.Security.Cryptography;
using Kokoro.Host.Download;
using Kokoro.Synthesis;

namespace Kokoro.Tests.Download;

/// <summary>Everything that a server may do. What is handed out is the file or nothing, and what came is kept where it can be used.</summary>
public sealed class DownloaderTests : IDisposable
{
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(300_000);

    private static readonly DownloadOptions AtOnce = new() { Pauses = [TimeSpan.Zero, TimeSpan.Zero], StalledAfter = TimeSpan.FromSeconds(10) };

    private readonly TemporaryFolder _folder = new();

    private string Part => _folder["a.part"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fetch_gives_the_file_and_reports_how_far_it_is()
    {
        await using var server = new FileServer(FileServer.Serving(Content));
        var reports = new List<(long There, long? All)>();

        await FetchAsync(server, report: (there, all) => reports.Add((there, all)));

        Assert.Equal(Content, await File.ReadAllBytesAsync(Part));
        Assert.Equal((Content.Length, Content.Length), reports[^1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(131_072)]
    [InlineData(299_999)]
    public async Task Fetch_goes_on_where_an_earlier_try_ended(int there)
    {
        await File.WriteAllBytesAsync(Part, Content[..there]);
        await using var server = new FileServer(FileServer.Serving(Content));

        await FetchAsync(server);

        Assert.Equal(Content, await File.ReadAllBytesAsync(Part));
        Assert.Equal([there], server.Requests.Select(request => request.From));
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(null)]
    public async Task Fetch_of_what_is_all_there_asks_nobody(int? bytes)
    {
        await File.WriteAllBytesAsync(Part, Content);
        await using var server = new FileServer(FileServer.Serving(Content));

        await FetchAsync(server, bytes: bytes);

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Fetch_from_a_server_that_drops_goes_on_as_long_as_something_comes()
    {
        await using var server = new FileServer(async (request, stream) =>
        {
            // 50,000 bytes on each connection: more connections than tries in a row that bring nothing.
            await FileServer.HeadAsync(stream, request.From == 0 ? "200 OK" : "206 Partial Content",
                $"Content-Range: bytes {request.From}-{Content.Length - 1}/{Content.Length}", $"Content-Length: {Content.Length - request.From}");
            await stream.WriteAsync(Content.AsMemory((int)request.From, (int)Math.Min(50_000, Content.Length - request.From)));
        });

        await FetchAsync(server);

        Assert.Equal(Content, await File.ReadAllBytesAsync(Part));
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task Fetch_from_a_server_without_ranges_starts_over()
    {
        await File.WriteAllBytesAsync(Part, Content[..1000]);
        await using var server = new FileServer((_, stream) => FileServer.Serving(Content)(new("", 0), stream));

        await FetchAsync(server);

        Assert.Equal(Content, await File.ReadAllBytesAsync(Part));
    }

    [Fact]
    public async Task Fetch_that_is_answered_with_another_range_or_416_starts_over()
    {
        await File.WriteAllBytesAsync(Part, Content[..1000]);
        var asked = 0;
        await using var server = new FileServer((request, stream) => (asked++, request.From) switch
        {
            (0, _) => FileServer.HeadAsync(stream, "206 Partial Content", $"Content-Range: bytes 5-{Content.Length - 1}/{Content.Length}", "Content-Length: 5"),
            (_, > 0) => FileServer.HeadAsync(stream, "416 Range Not Satisfiable", "Content-Length: 0"),
            _ => FileServer.Serving(Content)(request, stream),
        });

        await FetchAsync(server);

        Assert.Equal(Content, await File.ReadAllBytesAsync(Part));
    }

    [Theory]
    [InlineData("503 Service Unavailable", "answers 503")]
    [InlineData("429 Too Many Requests", "answers 429")]
    public async Task Fetch_from_a_busy_server_tries_again_and_then_says_so(string status, string expected)
    {
        await using var server = new FileServer((_, stream) => FileServer.HeadAsync(stream, status, "Content-Length: 0"));

        await RefusedAsync(server, SpeechErrorCode.DownloadFailed, expected);

        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("404 Not Found", "", "answers 404 for /a/model.onnx")]
    [InlineData("403 Forbidden", "", "answers 403")]
    [InlineData("200 OK", "Content-Type: text/html; charset=utf-8", "sends a web page")]
    [InlineData("302 Found", "Location: /a/model.onnx", "redirects more than")]
    [InlineData("200 OK", "Content-Length: 299999", "offers 299999 bytes instead of 300000")]
    [InlineData("416 Range Not Satisfiable", "", "answers 416")]
    public async Task Fetch_of_what_will_not_come_is_given_up_at_once(string status, string header, string expected)
    {
        await using var server = new FileServer((_, stream) => FileServer.HeadAsync(stream, status, header.Length == 0 ? ["Content-Length: 0"] : [header]));

        await RefusedAsync(server, SpeechErrorCode.DownloadFailed, expected);
    }

    [Fact]
    public async Task Fetch_of_too_much_keeps_nothing()
    {
        await using var server = new FileServer(async (_, stream) =>
        {
            await FileServer.HeadAsync(stream, "200 OK");
            await stream.WriteAsync(Content);
            await stream.WriteAsync(Content);
        });

        await RefusedAsync(server, SpeechErrorCode.DownloadFailed, "sends more than 300000 bytes");

        Assert.Empty(await File.ReadAllBytesAsync(Part));
    }

    [Fact]
    public async Task Fetch_of_too_little_keeps_what_came()
    {
        await using var server = new FileServer(async (request, stream) =>
        {
            if (request.From == 0)
                await FileServer.HeadAsync(stream, "200 OK");
            else
                await FileServer.HeadAsync(stream, "206 Partial Content", $"Content-Range: bytes {request.From}-{Content.Length - 1}/{Content.Length}");
            await stream.WriteAsync(request.From == 0 ? Content.AsMemory(0, 1000) : default);
        });

        await RefusedAsync(server, SpeechErrorCode.DownloadFailed, "ended after 1000 of 300000 bytes; 1000 bytes are kept");

        Assert.Equal(Content[..1000], await File.ReadAllBytesAsync(Part));
    }

    [Fact]
    public async Task Fetch_of_other_bytes_keeps_nothing()
    {
        await using var server = new FileServer(FileServer.Serving(new byte[Content.Length]));

        await RefusedAsync(server, SpeechErrorCode.ModelCorrupt, "came as 300000 bytes of SHA-256");

        Assert.Empty(await File.ReadAllBytesAsync(Part));
    }

    [Fact]
    public async Task Fetch_from_a_server_that_falls_silent_is_given_up_after_the_time_for_it()
    {
        var silence = new TaskCompletionSource();
        await using var server = new FileServer(async (_, stream) =>
        {
            await FileServer.HeadAsync(stream, "200 OK", $"Content-Length: {Content.Length}");
            await silence.Task;
        });

        var refused = await RefusedAsync(server, SpeechErrorCode.DownloadFailed, "sent nothing for 0.1 s", AtOnce with { StalledAfter = TimeSpan.FromMilliseconds(100) });

        Assert.Contains("127.0.0.1", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_from_nobody_says_that_the_server_cannot_be_reached()
    {
        var server = new FileServer(FileServer.Serving(Content));
        await server.DisposeAsync();

        await RefusedAsync(server, SpeechErrorCode.DownloadFailed, "cannot be reached");
    }

    [Fact]
    public async Task Fetch_of_a_file_that_has_no_room_is_refused_before_a_byte_comes()
    {
        await using var server = new FileServer((_, stream) => FileServer.HeadAsync(stream, "200 OK", $"Content-Length: {1L << 60}"));

        await RefusedAsync(server, SpeechErrorCode.OutputUnwritable, "MB are free", bytes: null);
    }

    [Fact]
    public async Task A_file_on_its_way_belongs_to_one_at_a_time()
    {
        await using var part = await PartFile.OpenAsync(Part, "model", CancellationToken.None);

        var refused = await Assert.ThrowsAsync<SpeechException>(() => PartFile.OpenAsync(Part, "model", CancellationToken.None));

        Assert.Contains("being fetched by another", refused.Message, StringComparison.Ordinal);
    }

    private async Task<string> RefusedAsync(FileServer server, SpeechErrorCode code, string expected, DownloadOptions? options = null, long? bytes = 300_000)
    {
        var refused = await Assert.ThrowsAsync<SpeechException>(() => FetchAsync(server, options: options, bytes: bytes));
        Assert.Equal(code, refused.Code);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Contains("kokoro-test", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        return refused.Message;
    }

    private async Task FetchAsync(FileServer server, Action<long, long?>? report = null, DownloadOptions? options = null, long? bytes = 300_000)
    {
        using var downloader = new Downloader(options ?? AtOnce);
        await using var part = await PartFile.OpenAsync(Part, "kokoro-test", CancellationToken.None);
        var file = new WantedFile("kokoro-test", new Uri(server.Address, "a/model.onnx"), bytes, Convert.ToHexStringLower(SHA256.HashData(Content)));
        await downloader.FetchAsync(file, part, report ?? ((_, _) => { }), CancellationToken.None);
    }
}
