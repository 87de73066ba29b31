namespace Kokoro.Host.Security;

/// <summary>
/// What lets the extensions' own pages read the answers, and nobody else's. The extension has no permission for this host, so that its installation warns of
/// nothing; in return every request of it carries its Origin.
/// </summary>
internal static class CorsHeaders
{
    private const string Methods = "GET, POST";
    private const string Headers = "authorization, content-type";
    private const string Exposed = "Retry-After, Server-Timing";
    private const string SecondsKept = "600";

    /// <summary>On every answer, errors too. The origin that is sent back is the one of the list, never the one that came.</summary>
    public static void Set(HttpResponse response)
    {
        response.Headers.Vary = "Origin";
        if (ExtensionOrigins.Find(response.HttpContext.Request.Headers.Origin) is not { } extension)
            return;
        response.Headers.AccessControlAllowOrigin = extension.Origin;
        response.Headers.AccessControlExposeHeaders = Exposed;
    }

    /// <summary>A browser's question before the request itself; it never carries a token.</summary>
    public static void AnswerPreflight(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = Methods;
        response.Headers.AccessControlAllowHeaders = Headers;
        response.Headers.AccessControlMaxAge = SecondsKept;
    }
}
