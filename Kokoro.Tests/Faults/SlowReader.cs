using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Faults;

/// <summary>A client that reads when a test says so.</summary>
internal static class SlowReader
{
    /// <summary>Some 800 s of audio: 38 MB.</summary>
    public static readonly string LongText = string.Concat(Enumerable.Repeat("This is one of many sentences that nobody will ever hear to their end. ", 160));

    /// <returns>A connection on which a stream was asked for and nothing has been read.</returns>
    public static async Task<Socket> AskAsync(TestServer server, string text)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync("127.0.0.1", server.Port);
        var body = JsonSerializer.Serialize(new { text, format = "pcm" });
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /speak HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        return socket;
    }
}
