using System.Net;
using Kokoro.Actors.Settings;

namespace Kokoro.Host.NativeMessaging;

/// <summary>Where the extension asks the server, as the settings have it.</summary>
internal static class ServerAddress
{
    /// <returns>Scheme, address and port; 127.0.0.1 wherever the server listens there.</returns>
    /// <exception cref="HostException">The port is another one at each start.</exception>
    public static string Of(HttpSettings settings)
    {
        if (settings.Port == 0)
            throw new HostException("The extension cannot find a server whose port changes; set kokoro.http.port to a number, for example 8880.");
        return $"http://{(IPAddress.TryParse(settings.Listen, out var address) ? NameOf(address) : "127.0.0.1")}:{settings.Port}";
    }

    private static string NameOf(IPAddress address)
    {
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            return "127.0.0.1";
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
    }
}
