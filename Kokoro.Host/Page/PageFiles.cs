using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Kokoro.Host.Page;

/// <summary>The studio page, bundled into this program when it is built (build.mjs). It asks for nothing from anywhere else.</summary>
internal static class PageFiles
{
    /// <summary>Nothing but these files and this server's own answers: no inline script, no other origin, no frame around it.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'";

    private static readonly FrozenDictionary<string, PageFile> Files = new[]
    {
        ("/", "index.html", "text/html; charset=utf-8"),
        ("/studio.js", "studio.js", "text/javascript; charset=utf-8"),
        ("/studio.css", "studio.css", "text/css; charset=utf-8"),
        ("/icon.svg", "icon.svg", "image/svg+xml"),
    }.ToFrozenDictionary(each => each.Item1, each => PageFile.Read(each.Item2, each.Item3));

    /// <summary>Where they are. There is nothing to hide in them.</summary>
    public static IEnumerable<string> Addresses => Files.Keys;

    public static void MapPage(this WebApplication app)
    {
        foreach (var (address, file) in Files)
            app.MapGet(address, context => SendAsync(context, file)).ExcludeFromDescription();
    }

    /// <summary>Kept by the browser, but never used without asking whether it is still the one.</summary>
    private static Task SendAsync(HttpContext context, PageFile file)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        return Results.Bytes(file.Content, file.ContentType, entityTag: file.Tag).ExecuteAsync(context);
    }

    private sealed record PageFile(byte[] Content, string ContentType, EntityTagHeaderValue Tag)
    {
        public static PageFile Read(string name, string contentType)
        {
            using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream($"page/{name}")!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            var bytes = content.ToArray();
            return new PageFile(bytes, contentType, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
        }
    }
}
