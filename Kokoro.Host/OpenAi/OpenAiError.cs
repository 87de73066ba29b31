using System.Text.Json;
using Kokoro.Host.Problems;

namespace Kokoro.Host.OpenAi;

/// <summary>A problem in the shape in which OpenAI's clients read it: `{"error": {"message", "type", "param", "code"}}`.</summary>
internal static class OpenAiError
{
    public const string ContentType = "application/json";

    private const string Prefix = "/v1";

    /// <summary>Whether whoever asks there expects this shape.</summary>
    public static bool IsExpected(HttpRequest request) => request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal);

    public static byte[] ToJson(Problem problem)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Problem.Readable))
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("message", problem.Detail);
            json.WriteString("type", TypeOf(problem.Status));
            json.WriteString("param", problem.Field);
            json.WriteString("code", problem.Status switch
            {
                StatusCodes.Status401Unauthorized => "invalid_api_key",
                _ => problem.Kind,
            });
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static string TypeOf(int status) => status switch
    {
        StatusCodes.Status429TooManyRequests => "rate_limit_error",
        >= 500 => "server_error",
        _ => "invalid_request_error",
    };
}
