using System.Text.Json;
using Kokoro.Actors.Settings;
using Kokoro.Host.Problems;

namespace Kokoro.Host.HttpToText;

/// <summary>Reads a request's body as JSON, within the limits. The body is wholly read, so that what a handler sees is whole.</summary>
internal static class JsonBody
{
    private const string Json = "application/json";

    /// <exception cref="RequestException">415, 413 or 400.</exception>
    /// <exception cref="BadHttpRequestException">413: larger than the server takes at all.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpRequest request, HttpSettings settings)
    {
        if (request.Headers.ContentEncoding.Count > 0)
            throw new RequestException(415, "content_encoding", "a compressed body is not taken; send it as it is");
        var type = request.ContentType?.Split(';')[0].Trim();
        if (!string.Equals(type, Json, StringComparison.OrdinalIgnoreCase))
            throw new RequestException(415, "content_type", $"the body must be JSON; send it with content-type: {Json}");

        // Doubled fields are left to JsonFields, which can name them.
        var options = new JsonDocumentOptions { MaxDepth = settings.MostJsonDepth };
        try
        {
            return await JsonDocument.ParseAsync(request.Body, options, request.HttpContext.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $" at line {line + 1}, byte {e.BytePositionInLine + 1}" : "";
            throw new RequestException(400, "json_invalid", $"the body is not JSON as it is taken{place}: it must be one object, at most {settings.MostJsonDepth} deep");
        }
    }
}
