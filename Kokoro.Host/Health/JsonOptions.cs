using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kokoro.Host.Health;

/// <summary>How records become JSON: snake case, enumerations as words. The OpenAPI document is made from the same, so that it says what is sent.</summary>
internal static class JsonOptions
{
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
    }
}
