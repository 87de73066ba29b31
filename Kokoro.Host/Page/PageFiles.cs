using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Kokoro.Host.Page;

/// <summary>The studio, and the page that pairs the extension, bundled into this program when it is built (build.mjs). They ask for nothing from anywhere else.</summary>
internal static class PageFiles
{
    /// <summary>Nothing but these files and this server's own answers: no inline script, no other origin, no frame around it.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'";

    /// <summary>Kept by the browser, but never used without asking whether it is still the one.</summary>
    private const string Asked = "no-cache";

    /// <summary>A page that shows a secret is nothing to come back to.</summary>
    private const string NotKept = "no-store";

    private static readonly FrozenDictionary<string, PageFile> Files = new[]
    {
        ("/", "index.html", "text/html; charset=utf-8", Asked),
        ("/studio.js", "studio.js", "text/javascript; charset=utf-8", Asked),
        ("/studio.css", "studio.css", "text/css; charset=utf-8", Asked),
        ("/icon.svg", "icon.svg", "image/svg+xml", Asked),
        ("/pair", "pair.html", "text/html; charset=utf-8", NotKept),
        ("/pair.js", "pair.js", "text/javascript; charset=utf-8", Asked),
        ("/pair.css", "pair.css", "text/css; charset=utf-8", Asked),
    }.ToFrozenDictionary(each => each.Item1, each => PageFile.Read(each.Item2, each.Item3, each.Item4));

    /// <summary>Where they are. There is nothing to hide in them.</summary>
    public static IEnumerable<string> Addresses => Files.Keys;

    public static void MapPage(this WebApplication app)
    {
        foreach (var (address, file) in Files)
            app.MapGet(address, context => SendAsync(context, file)).ExcludeFromDescription();
    }

    private static Task SendAsync(HttpContext context, PageFile file)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = file.Caching;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        return Results.Bytes(file.Content, file.ContentType, entityTag: file.Tag).ExecuteAsync(context);
    }

    private sealed record PageFile(byte[] Content, string ContentType, string Caching, EntityTagHeaderValue Tag)
    {
        public static PageFile Read(string name, string contentType, string caching)
        {
            using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream($"page/{name}")!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            var bytes = content.ToArray();
            return new PageFile(bytes, contentType, caching, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
        }
    }
}
