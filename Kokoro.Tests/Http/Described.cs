using System.Text.Json;

namespace Kokoro.Tests.Http;

/// <summary>Whether a value is as a schema of an OpenAPI document says: as much of it as this program's documents use.</summary>
internal static class Described
{
    /// <param name="schemas">Those that may be referred to by name.</param>
    public static void Check(JsonElement value, JsonElement schema, JsonElement schemas, string where = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(value, schemas.GetProperty(reference.GetString()!.Split('/')[^1]), schemas, where);
            return;
        }

        if (schema.TryGetProperty("enum", out var words))
            Assert.Contains(value.GetString(), words.EnumerateArray().Select(word => word.GetString()));
        if (schema.TryGetProperty("type", out var type))
            Assert.True(Types(type).Contains(TypeOf(value)) || (TypeOf(value) == "integer" && Types(type).Contains("number")), $"{where} is {value}, described as {type}");
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Check(item, schema.GetProperty("items"), schemas, where + "[]");
        }

        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in value.EnumerateObject())
        {
            Assert.True(schema.GetProperty("properties").TryGetProperty(property.Name, out var described), $"{where}.{property.Name} is not described");
            Check(property.Value, described, schemas, $"{where}.{property.Name}");
        }

        foreach (var name in schema.GetProperty("required").EnumerateArray())
            Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{where}.{name} is described and is not there");
    }

    private static List<string?> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(each => each.GetString())] : [type.GetString()];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
