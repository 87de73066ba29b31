using System.Net;
using System.Net.Sockets;
using Kokoro.Host.Serving;

namespace Kokoro.Tests.Serving;

public sealed class ListeningTests
{
    [Theory]
    [InlineData(SocketError.AddressAlreadyInUse, "port 80 is taken (127.0.0.1); end the program that has it or choose another with --port")]
    [InlineData(SocketError.AccessDenied, "the system keeps port 80 (127.0.0.1) from you; choose another with --port")]
    public void A_port_that_cannot_be_had_is_said_with_its_reason(SocketError error, string expected)
    {
        var refused = ListeningException.Of(new SocketException((int)error), IPAddress.Loopback, 80);

        Assert.Equal(expected, refused.Message);
        Assert.True(refused.IsTaken);
    }
}
