using System.Linq;
using System.Text;

namespace Akka.Configuration.Hocon;

internal static class HoconPrinter
{
    private const string Step = "  ";

    internal static string Print(HoconValue value)
    {
        var text = new StringBuilder();
        PrintFields(value.Object ?? new HoconObject(), "", text);
        return text.ToString();
    }

    private static void PrintFields(HoconObject fields, string indent, StringBuilder text)
    {
        foreach (var (key, value) in fields.Items)
        {
            text.Append(indent).Append(Quote(key));
            if (value.Object is { } nested)
            {
                text.Append(" {\n");
                PrintFields(nested, indent + Step, text);
                text.Append(indent).Append("}\n");
            }
            else
            {
                text.Append(" = ").Append(Inline(value)).Append('\n');
            }
        }
    }

    private static string Inline(HoconValue value) =>
        value.Array is { } items ? $"[{string.Join(", ", items.Select(Inline))}]"
        : value.Object is not null ? $"{{\n{Print(value)}}}"
        : value.GetString() is { } text ? Quote(text)
        : "null";

    private static string Quote(string text) =>
        text.Length > 0 && text.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_')
            ? text
            : $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"";
}
