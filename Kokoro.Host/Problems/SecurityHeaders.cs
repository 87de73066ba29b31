using Kokoro.Host.Security;

namespace Kokoro.Host.Problems;

/// <summary>What every answer carries, so that no page makes anything else of it than it is.</summary>
internal static class SecurityHeaders
{
    public static void Set(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        CorsHeaders.Set(response);
    }
}
