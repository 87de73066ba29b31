using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Kokoro.Bench.Serve;

/// <summary>Sends one request again and again over one connection and reads as little of the answers as it can: the client must not be what is measured.</summary>
internal sealed class RefusedClient : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _request;
    private readonly byte[] _answer = new byte[8192];

    public RefusedClient(Uri server, string text)
    {
        var body = $$"""{"text":"{{text}}"}""";
        _request = Encoding.ASCII.GetBytes($"POST /speak HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        _socket.Connect(server.Host, server.Port);
    }

    /// <returns>Whether it was refused for lack of room, with a time to come back.</returns>
    public async Task<bool> AskAsync()
    {
        await _socket.SendAsync(_request).ConfigureAwait(false);
        var (read, head) = (0, -1);
        while (head < 0)
        {
            read += await ReceiveAsync(read).ConfigureAwait(false);
            head = _answer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        var text = Encoding.ASCII.GetString(_answer, 0, head);
        var length = int.Parse(Header(text, "Content-Length: "), CultureInfo.InvariantCulture);
        while (read < head + 4 + length)
            read += await ReceiveAsync(read).ConfigureAwait(false);
        return text.StartsWith("HTTP/1.1 503", StringComparison.Ordinal) || text.StartsWith("HTTP/1.1 429", StringComparison.Ordinal)
            ? Header(text, "Retry-After: ").Length > 0
            : throw new InvalidDataException($"not refused but {text[..Math.Min(40, text.Length)]}");
    }

    public void Dispose() => _socket.Dispose();

    private async Task<int> ReceiveAsync(int at)
    {
        var count = await _socket.ReceiveAsync(_answer.AsMemory(at)).ConfigureAwait(false);
        return count > 0 ? count : throw new IOException("the server closed the connection");
    }

    private static string Header(string head, string name)
    {
        var start = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? "" : head[(start + name.Length)..].Split('\r')[0];
    }
}
