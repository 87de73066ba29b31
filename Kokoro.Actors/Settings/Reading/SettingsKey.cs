using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Kokoro.Actors.Settings.Reading;

/// <summary>One key of kokoro.conf: a property of a settings record, with what it takes.</summary>
internal sealed class SettingsKey
{
    private readonly PropertyInfo _section;
    private readonly PropertyInfo _property;

    private SettingsKey(PropertyInfo section, PropertyInfo property)
    {
        _section = section;
        _property = property;
        Path = $"kokoro.{Kebab(section.Name)}.{Kebab(property.Name)}";
    }

    /// <summary>Every key there is, in the order of the records.</summary>
    public static ImmutableArray<SettingsKey> All { get; } =
    [
        .. from section in typeof(ServerSettings).GetProperties()
           from property in section.PropertyType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where property.SetMethod is not null
           select new SettingsKey(section, property),
    ];

    /// <summary>"kokoro.http.port"</summary>
    public string Path { get; }

    /// <summary>"KOKORO_HTTP_PORT"</summary>
    public string Variable => Path.Replace('.', '_').Replace('-', '_').ToUpperInvariant();

    /// <exception cref="FormatException">Says what to write instead.</exception>
    public void Set(ServerSettings settings, LocatedValue value) => _property.SetValue(_section.GetValue(settings), Parse(value));

    private object? Parse(LocatedValue value)
    {
        var type = _property.PropertyType;
        if (type == typeof(ImmutableArray<string>))
            return value.Items ?? ValueParser.List(value.Text!);
        if (value.Text is not { } text)
            throw new FormatException("one value, not a list");
        if (type == typeof(string))
            return OneOf(text);
        if (type.IsEnum)
            return Enum.GetNames(type).FirstOrDefault(name => Kebab(name) == text) is { } name ? Enum.Parse(type, name) : throw Words(Enum.GetNames(type).Select(Kebab));
        if (type == typeof(TimeSpan))
            return Within(ValueParser.Duration(text), ValueParser.Duration);
        if (type == typeof(TimeSpan?))
            return ValueParser.Pause(text) is { } pause ? Within(pause, ValueParser.Duration) : null;
        if (type == typeof(double))
            return Within(ValueParser.Real(text), ValueParser.Real);

        var number = _property.Name.EndsWith("Bytes", StringComparison.Ordinal)
            ? Within(ValueParser.Size(text), ValueParser.Size)
            : Within(ValueParser.Whole(text), ValueParser.Whole);
        return type == typeof(int) ? (object)(int)number : number;
    }

    private T Within<T>(T value, Func<string, T> parse)
        where T : IComparable<T>
    {
        var limits = _property.GetCustomAttribute<LimitsAttribute>() ?? throw new InvalidOperationException($"{Path} has no limits");
        return value.CompareTo(parse(limits.Least)) >= 0 && value.CompareTo(parse(limits.Most)) <= 0
            ? value
            : throw new FormatException($"something from {limits.Least} to {limits.Most}");
    }

    private string OneOf(string text) =>
        _property.GetCustomAttribute<OneOfAttribute>() is { } choice && !choice.Words.Contains(text) ? throw Words(choice.Words) : text;

    private static FormatException Words(IEnumerable<string> words) => new($"one of {string.Join(", ", words)}");

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
