using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kokoro.Host.Health;

/// <summary>How records of the protocol become JSON: snake case, enumerations as words.</summary>
internal static class JsonOptions
{
    public static JsonSerializerOptions Snake { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };
}
