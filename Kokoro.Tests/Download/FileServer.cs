using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kokoro.Tests.Download;

/// <summary>An HTTP server whose every byte a test decides: real sockets, one request on a connection.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private readonly List<Request> _requests = [];

    /// <param name="answer">Writes the whole reply, head and body; returning closes the connection.</param>
    public FileServer(Func<Request, Stream, Task> answer)
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _work = AcceptAsync(answer);
    }

    public Uri Address { get; }

    public IReadOnlyList<Request> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>A server as it should be, with ranges.</summary>
    public static Func<Request, Stream, Task> Serving(byte[] file) => async (request, stream) =>
    {
        if (request.From == 0)
            await HeadAsync(stream, "200 OK", $"Content-Length: {file.Length}");
        else if (request.From >= file.Length)
            await HeadAsync(stream, "416 Range Not Satisfiable", $"Content-Range: bytes */{file.Length}", "Content-Length: 0");
        else
            await HeadAsync(stream, "206 Partial Content", $"Content-Range: bytes {request.From}-{file.Length - 1}/{file.Length}", $"Content-Length: {file.Length - request.From}");
        if (request.From < file.Length)
            await stream.WriteAsync(file.AsMemory((int)request.From));
    };

    public static async Task HeadAsync(Stream stream, string status, params string[] headers) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n"));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _work;
        _stop.Dispose();
    }

    private async Task AcceptAsync(Func<Request, Stream, Task> answer)
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token), answer));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(TcpClient client, Func<Request, Stream, Task> answer)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                var request = await ReadAsync(stream);
                lock (_requests)
                    _requests.Add(request);
                await answer(request, stream).WaitAsync(_stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private static async Task<Request> ReadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1)
            head.Append((char)one[0]);
        var lines = head.ToString().Split("\r\n");
        const string Range = "Range: bytes=";
        var range = lines.FirstOrDefault(line => line.StartsWith(Range, StringComparison.OrdinalIgnoreCase));
        return new Request(lines[0].Split(' ').ElementAtOrDefault(1) ?? "", range is null ? 0 : long.Parse(range[Range.Length..].TrimEnd('-')));
    }

    /// <param name="Target">As in the first line.</param>
    /// <param name="From">Where the range begins that is asked for; 0: everything.</param>
    internal sealed record Request(string Target, long From);
}
