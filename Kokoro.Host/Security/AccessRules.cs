using System.Collections.Frozen;
using System.Net;
using Kokoro.Actors.Settings;
using Kokoro.Host.Page;
using Kokoro.Host.Pairing;
using Kokoro.Host.Problems;

namespace Kokoro.Host.Security;

/// <summary>
/// Who may ask, in the order in which it is checked: the Host that was meant, the page that asks, the token. A page in a browser is the danger of a server on
/// loopback: it can send a request to every port of its visitor's machine, under a name of its own that it lets point there.
/// </summary>
internal sealed class AccessRules
{
    private const int HttpPort = 80;

    private static readonly FrozenSet<string> PageAddresses = FrozenSet.Create(StringComparer.Ordinal, "/", "/pair");

    /// <summary>Answered without a token: that the server lives, and the page, which asks its visitor for one.</summary>
    private static readonly FrozenSet<string> Public = PageFiles.Addresses.Append("/health/live").ToFrozenSet(StringComparer.Ordinal);

    private const string Localhost = "localhost";

    private readonly FrozenSet<string> _named;
    private readonly TokenGuard _tokens;
    private readonly ExtensionRules _extensions;

    public AccessRules(HttpSettings settings, PairedTokens paired, TimeProvider time)
    {
        _named = settings.Hosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _tokens = new TokenGuard(settings.Token, paired, time);
        _extensions = new ExtensionRules(_tokens);
    }

    /// <returns>Null: it is answered.</returns>
    /// <exception cref="PairingException">It cannot be known whether the extension that asks is paired.</exception>
    public Problem? Check(AccessRequest request)
    {
        if (CheckHost(request) is { } wrongHost)
            return wrongHost;
        if (ExtensionOrigins.Find(request.Origin) is { } extension)
            return _extensions.Check(request, extension);

        var token = _tokens.Check(request.Peer, request.Token);
        if (token == TokenVerdict.TooManyFailures)
            return TokenGuard.Refusal;
        if (request.IsBrowser && token != TokenVerdict.Right && !IsOwnPage(request))
        {
            return new Problem(
                403, "browser_refused",
                "pages of other sites may not use this server; a local program sends neither Origin nor Sec-Fetch headers, a paired extension sends its token");
        }

        // Not by Origin, which an extension with a permission for this host can write; this header it cannot.
        if (ExtensionRules.IsPairing(request.Path) && request.FetchSite != "same-origin")
            return new Problem(403, "page_only", "only the page /pair itself may ask for a code, and only the extension for a token; open /pair in the browser");

        return token is TokenVerdict.Right or TokenVerdict.NotDemanded || Public.Contains(request.Path)
            ? null
            : new Problem(401, "token_missing", token == TokenVerdict.Wrong
                ? "the token is wrong; send the one of http.token in kokoro.conf as: Authorization: Bearer TOKEN"
                : "this server demands a token; send the one of http.token in kokoro.conf as: Authorization: Bearer TOKEN");
    }

    private Problem? CheckHost(AccessRequest request)
    {
        if (string.IsNullOrEmpty(request.Host))
            return new Problem(400, "host_missing", "the request has no Host header; send the address of this server, for example localhost:8880");

        var host = HostString.FromUriComponent(request.Host);
        var isOurs = host.Host.Equals(Localhost, StringComparison.OrdinalIgnoreCase) || IsAddressOf(request.LocalAddress, host.Host);
        if (isOurs && (host.Port ?? HttpPort) == request.LocalPort)
            return null;

        // A name that somebody wrote into the settings is that of a proxy, with whatever port that has.
        if (_named.Contains(host.Host) || _named.Contains(request.Host))
            return null;
        return new Problem(
            421, "host_unknown", "the Host header does not name this server; ask for localhost or 127.0.0.1 with its port, or add the name to http.hosts in kokoro.conf");
    }

    /// <summary>
    /// A number that the connection came to is as good as a name of ours: who makes a browser believe that a foreign name is here cannot make it send a number instead.
    /// </summary>
    private static bool IsAddressOf(IPAddress local, string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var named) && PeerName.Of(named) == PeerName.Of(local);

    private static bool IsOwnPage(AccessRequest request) =>
        request.FetchSite == "same-origin"
        || request.Origin == $"http://{request.Host}"
        || request is { Method: "GET", Origin: null, FetchMode: "navigate", FetchSite: "none" } && PageAddresses.Contains(request.Path);
}
