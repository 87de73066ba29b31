using Kokoro.Host.Security;

namespace Kokoro.Host.HttpToText;

/// <summary>For whom a request is, as far as fairness goes: the address that it came from.</summary>
internal static class ClientName
{
    public static string Of(HttpContext context) => PeerName.Of(context.Connection.RemoteIpAddress);
}
