using System.Net;
using System.Net.Sockets;

namespace Kokoro.Tests.NativeMessaging;

/// <summary>A port for a server whose settings must name one.</summary>
internal static class FreePort
{
    /// <summary>Free a moment ago.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
