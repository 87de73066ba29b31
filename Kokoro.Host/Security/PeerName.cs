using System.Net;

namespace Kokoro.Host.Security;

/// <summary>One name for one peer, whether it came by IPv4 or by IPv4 inside of IPv6.</summary>
internal static class PeerName
{
    public static string Of(IPAddress? address) =>
        address is null ? "unknown" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
