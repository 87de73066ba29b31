using System.Net;
using Microsoft.Extensions.Primitives;

namespace Kokoro.Host.Security;

/// <summary>All of a request that decides whether it is answered. Null: the header is absent.</summary>
/// <param name="LocalAddress">The address that the connection came to.</param>
/// <param name="Host">As sent, with its port.</param>
/// <param name="HasFetchHeader">
/// Whether a Sec-Fetch header is there: browsers send several, and no page can make one up or take one away. Sec-Fetch-Mode alone does not count: fetch of Node.js
/// sends it, and a browser never does without the others.
/// </param>
/// <param name="Token">What stands after "Bearer ".</param>
/// <param name="AskedMethod">Of the request that a browser would like to send after this one.</param>
internal sealed record AccessRequest(
    IPAddress LocalAddress, int LocalPort, string Peer, string Method, string Path, string? Host, string? Origin, bool HasFetchHeader, string? FetchSite, string? FetchMode, string? Token,
    string? AskedMethod = null)
{
    private const string Fetch = "Sec-Fetch-";
    private const string FetchModeHeader = "Sec-Fetch-Mode";

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
            headers.Keys.Any(name => name.StartsWith(Fetch, StringComparison.OrdinalIgnoreCase) && !name.Equals(FetchModeHeader, StringComparison.OrdinalIgnoreCase)),
            Single(headers["Sec-Fetch-Site"]),
            Single(headers[FetchModeHeader]),
            BearerToken(Single(headers.Authorization)),
            Single(headers.AccessControlRequestMethod));
    }

    /// <summary>A header that is there twice is as one with a value that nothing matches.</summary>
    private static string? Single(StringValues values) => values.Count == 0 ? null : values.ToString();

    private static string? BearerToken(string? authorization)
    {
        const string scheme = "Bearer ";
        return authorization?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true ? authorization[scheme.Length..].Trim() : null;
    }
}
