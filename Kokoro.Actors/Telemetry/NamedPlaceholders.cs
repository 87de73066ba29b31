using System.Globalization;
using System.Text.RegularExpressions;
using Akka.Event;

namespace Kokoro.Actors.Telemetry;

/// <summary>Fills in templates such as "run {Run} took {Ms:0} ms" in the order of their arguments. A template that does not fit is shown as it is.</summary>
internal sealed partial class NamedPlaceholders : ILogMessageFormatter
{
    public string Format(string format, params object[] args) => Format(format, (IEnumerable<object>)args);

    public string Format(string format, IEnumerable<object> args)
    {
        var values = new Queue<object>(args);
        return Placeholder().Replace(format, match => values.TryDequeue(out var value) ? Show(value, match.Groups["format"].Value) : match.Value);
    }

    private static string Show(object? value, string format) =>
        value is IFormattable formattable && format.Length > 0 ? formattable.ToString(format, CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";

    [GeneratedRegex(@"\{[^}:]+(:(?<format>[^}]+))?\}")]
    private static partial Regex Placeholder();
}
