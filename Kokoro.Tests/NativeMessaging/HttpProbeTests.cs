using System.Net;
using System.Net.Sockets;
using System.Text;
using Kokoro.Host.NativeMessaging;

namespace Kokoro.Tests.NativeMessaging;

public sealed class HttpProbeTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n{\"status\":\"live\"}", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"status\":\"ok\"}", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>", false)]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 17\r\n\r\n{\"status\":\"live\"}", false)]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /health/live2\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", false)]
    public async Task Who_answers_is_known_by_the_answer(string answer, bool isLive)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answered = AnswerAsync(listener, answer);
        using var probe = new HttpProbe($"http://{listener.LocalEndpoint}", "");

        Assert.Equal(isLive ? ServerPresence.Live : ServerPresence.Foreign, await probe.LookAsync(CancellationToken.None));
        await answered;
    }

    [Fact]
    public async Task Where_nobody_listens_no_server_is()
    {
        using var probe = new HttpProbe($"http://127.0.0.1:{FreePort.Next()}", "");

        Assert.Equal(ServerPresence.Absent, await probe.LookAsync(CancellationToken.None));
        Assert.False(await probe.IsReadyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_token_of_the_settings_goes_with_the_question()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answered = AnswerAsync(listener, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var probe = new HttpProbe($"http://{listener.LocalEndpoint}", "open sesame");

        Assert.True(await probe.IsReadyAsync(CancellationToken.None));
        Assert.Contains("Authorization: Bearer open sesame\r\n", await answered, StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var asked = new byte[4096];
        var length = await client.GetStream().ReadAsync(asked);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
        return Encoding.ASCII.GetString(asked, 0, length);
    }
}
