using Kokoro.Actors.Settings;
using Kokoro.Host.Problems;

namespace Kokoro.Host.HttpToText;

/// <summary>The field that is spoken.</summary>
internal static class SpokenText
{
    /// <exception cref="RequestException">400: missing; 413: too long; 422: empty.</exception>
    public static string Read(JsonFields fields, string name, HttpSettings settings)
    {
        var text = fields.Text(name) ?? throw new RequestException(400, "field_missing", $"field '{name}' is missing; send {{\"{name}\": \"...\"}}", name);
        if (text.Length > settings.MostTextLength)
        {
            throw new RequestException(
                413, "text_too_long", $"field '{name}' has {text.Length} characters; at most {settings.MostTextLength} are taken at once, so send it in parts", name);
        }

        return string.IsNullOrWhiteSpace(text)
            ? throw new RequestException(422, "nothing_speakable", $"field '{name}' is empty; send something to speak", name)
            : text;
    }
}
