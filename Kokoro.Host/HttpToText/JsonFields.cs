using System.Text.Json;
using Kokoro.Host.Problems;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Host.HttpToText;

/// <summary>The fields of a JSON object, each read once, by its type; what is wrong is named with its field.</summary>
internal sealed class JsonFields
{
    /// <summary>Of an unknown field's name; the rest of a long one helps nobody.</summary>
    private const int MostShownLength = 40;

    private readonly JsonElement _object;

    /// <param name="known">A field that is none of these is refused, since a mistyped one would otherwise be ignored.</param>
    /// <exception cref="RequestException">Not an object, or with a field that is unknown or there twice.</exception>
    public JsonFields(JsonElement element, IReadOnlyCollection<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new RequestException(400, "json_invalid", "the body is not a JSON object; send {\"text\": \"...\"}");
        _object = element;
        var seen = new HashSet<string>();
        foreach (var property in element.EnumerateObject())
        {
            var name = Whole(() => property.Name, "the name of a field");
            if (!known.Contains(name))
                throw Unknown(name, known);
            if (!seen.Add(name))
                throw new RequestException(400, "field_doubled", $"field '{name}' is there twice; send it once", name);
        }
    }

    /// <returns>Null when it is absent or null.</returns>
    public string? Text(string name, int mostLength = int.MaxValue)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw WrongType(name, "a string");
        var text = Whole(() => value.GetString()!, $"field '{name}'", name);
        return text.Length <= mostLength
            ? text
            : throw new RequestException(400, "field_too_long", $"field '{name}' has {text.Length} characters; at most {mostLength} are possible", name);
    }

    /// <returns>The string, or that of the field `id` where an object stands in its place; null when it is absent or null.</returns>
    public string? TextOrId(string name, int mostLength) => Find(name) is { ValueKind: JsonValueKind.Object } value
        ? new JsonFields(value, ["id"]).Text("id", mostLength)
        : Text(name, mostLength);

    /// <summary>For a field that others have and this server has not: only a value that asks for nothing is taken.</summary>
    /// <param name="nothing">The value that asks for nothing, besides null.</param>
    /// <exception cref="RequestException">400: it asks for something.</exception>
    public void Neutral(string name, JsonElement nothing)
    {
        if (Find(name) is { } value && !JsonElement.DeepEquals(value, nothing))
            throw new RequestException(400, "field_not_built", $"field '{name}' is not built here; leave it out", name);
    }

    public bool? Flag(string name) => Find(name) is not { } value
        ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw WrongType(name, "true or false");

    public double? Number(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw WrongType(name, "a number");
    }

    /// <param name="choices">The words that may stand there, with what they mean.</param>
    public T Choice<T>(string name, T absent, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        if (Find(name) is not { } value)
            return absent;
        var word = value.ValueKind == JsonValueKind.String ? Whole(() => value.GetString()!, $"field '{name}'", name) : null;
        var words = new List<string>();
        foreach (var choice in choices)
        {
            if (choice.Word == word)
                return choice.Value;
            words.Add(choice.Word);
        }

        throw new RequestException(400, "field_invalid", $"field '{name}' must be one of {string.Join(", ", words)}", name);
    }

    private JsonElement? Find(string name) =>
        _object.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A string that JSON allows and .NET does not is a fault of the request, and is told as one.</summary>
    private static string Whole(Func<string> read, string where, string? field = null)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw new RequestException(400, "json_invalid", $"{where} holds half of a surrogate pair, or bytes that are not UTF-8; send whole characters", field);
        }
    }

    private static RequestException Unknown(string name, IReadOnlyCollection<string> known)
    {
        var nearest = NearestName.Of(name, known) is { } near ? $"; did you mean '{near}'?" : ".";
        var shown = name.Length > MostShownLength ? name[..MostShownLength] + "…" : name;
        return new RequestException(400, "field_unknown", $"field '{shown}' is not known{nearest} There are {string.Join(", ", known)}", shown);
    }

    private static RequestException WrongType(string name, string wanted) => new(400, "field_invalid", $"field '{name}' must be {wanted}", name);
}
