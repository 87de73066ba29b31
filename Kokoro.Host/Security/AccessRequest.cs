using System.Net;
using Microsoft.Extensions.Primitives;

namespace Kokoro.Host.Security;

/// <summary>All of a request that decides whether it is answered. Null: the header is absent.</summary>
/// <param name="LocalAddress">The address that the connection came to.</param>
/// <param name="Host">As sent, with its port.</param>
/// <param name="HasFetchHeader">Whether any Sec-Fetch header is there: only browsers send them, and no page can make one up.</param>
/// <param name="Token">What stands after "Bearer ".</param>
internal sealed record AccessRequest(
    IPAddress LocalAddress, int LocalPort, string Peer, string Method, string Path, string? Host, string? Origin, bool HasFetchHeader, string? FetchSite, string? FetchMode, string? Token)
{
    public bool IsBrowser => Origin is not null || HasFetchHeader;

    public static AccessRequest Of(HttpContext context)
    {
        var headers = context.Request.Headers;
        return new AccessRequest(
            context.Connection.LocalIpAddress ?? IPAddress.None,
            context.Connection.LocalPort,
            PeerName.Of(context.Connection.RemoteIpAddress),
            context.Request.Method,
            context.Request.Path.Value ?? "",
            Single(headers.Host),
            Single(headers.Origin),
            headers.Keys.Any(name => name.StartsWith("Sec-Fetch-", StringComparison.OrdinalIgnoreCase)),
            Single(headers["Sec-Fetch-Site"]),
            Single(headers["Sec-Fetch-Mode"]),
            BearerToken(Single(headers.Authorization)));
    }

    /// <summary>A header that is there twice is as one with a value that nothing matches.</summary>
    private static string? Single(StringValues values) => values.Count == 0 ? null : values.ToString();

    private static string? BearerToken(string? authorization)
    {
        const string scheme = "Bearer ";
        return authorization?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true ? authorization[scheme.Length..].Trim() : null;
    }
}
