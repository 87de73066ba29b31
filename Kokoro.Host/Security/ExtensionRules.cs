using Kokoro.Host.Problems;

namespace Kokoro.Host.Security;

/// <summary>
/// What the extensions may ask. Their Origin alone proves nothing, since an extension that has a permission for this host can write any; it only chooses the rules.
/// </summary>
internal sealed class ExtensionRules(TokenGuard tokens)
{
    /// <summary>Where a code becomes a token.</summary>
    public const string TokenPath = "/pair/token";

    /// <summary>The code is for the eyes of a person: no program but the page may ask for anything in here.</summary>
    private const string PagePrefix = "/pair/";

    public static bool IsPreflight(AccessRequest request) =>
        request is { Method: "OPTIONS", AskedMethod: not null } && ExtensionOrigins.Find(request.Origin) is not null;

    /// <summary>The case of a path does not matter to routing, so it must not matter here.</summary>
    public static bool IsPairing(string path) => path.StartsWith(PagePrefix, StringComparison.OrdinalIgnoreCase);

    /// <returns>Null: it is answered.</returns>
    public Problem? Check(AccessRequest request, ExtensionOrigins.KnownExtension extension)
    {
        if (IsPreflight(request) || request is { Method: "GET", Path: "/health/live" } or { Method: "POST", Path: TokenPath })
            return null;
        var help = $"open http://{request.Host}/pair in this browser and press Connect the extension";
        return tokens.CheckExtension(request.Peer, request.Token, extension.Origin) switch
        {
            TokenVerdict.Right when IsPairing(request.Path) => new Problem(403, "page_only", "only the page /pair itself may ask for this; open it in the browser"),
            TokenVerdict.Right => null,
            TokenVerdict.TooManyFailures => TokenGuard.Refusal,
            TokenVerdict.OtherOrigin => new Problem(403, "token_foreign", $"this token was made for another extension; {help}"),
            TokenVerdict.Missing => new Problem(401, "token_missing", $"this extension is not paired with the server yet; {help}"),
            _ => new Problem(401, "token_wrong", $"the token is wrong or was revoked; to pair again, {help}"),
        };
    }
}
