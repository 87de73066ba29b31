using Kokoro.Synthesis;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Actors.Settings.Reading;

/// <summary>Puts one source over the other, and remembers where each value came from.</summary>
internal sealed class SettingsLayers
{
    private const string Prefix = "KOKORO_";

    /// <summary>Variables of the program that are no settings.</summary>
    private static readonly string[] OtherVariables = ["KOKORO_CONFIG", "KOKORO_HOME", "KOKORO_TRACE"];

    /// <summary>What tests say to each other in variables is not for the server.</summary>
    private const string TestPrefix = "KOKORO_TEST_";

    private readonly Dictionary<string, Origin> _origins = new(StringComparer.Ordinal);
    private readonly List<Fault> _faults = [];

    /// <summary>Of the defaults and every layer so far; where there are faults, without the values that they are about.</summary>
    public ServerSettings Settings { get; } = new();

    public IReadOnlyList<Fault> Faults => _faults;

    /// <returns>Null: the default, written nowhere.</returns>
    public Origin? OriginOf(string path) => _origins.TryGetValue(path, out var origin) ? origin : null;

    public void AddFile(string file)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _faults.Add(new(new(file), $"cannot be read ({e.Message}); name another with --config, or correct its permissions"));
            return;
        }

        var (values, broken) = HoconReader.Read(text, file);
        _faults.AddRange(broken);
        foreach (var (path, value) in values)
            Add(path, value);
    }

    public void AddEnvironment(IReadOnlyDictionary<string, string> environment)
    {
        foreach (var (name, value) in environment.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal) || name.StartsWith(TestPrefix, StringComparison.Ordinal))
                continue;
            if (SettingsKey.All.FirstOrDefault(key => key.Variable == name) is { } known)
                Add(known.Path, new LocatedValue(new(name), value));
            else if (!OtherVariables.Contains(name))
                _faults.Add(new(new(name), $"is not a setting{Suggestion(name, SettingsKey.All.Select(key => key.Variable))}; unset it or correct its name"));
        }
    }

    public void AddOptions(IReadOnlyDictionary<string, (string Option, string Value)> options)
    {
        foreach (var (path, (option, value)) in options)
            Add(path, new LocatedValue(new(option), value));
    }

    private void Add(string path, LocatedValue value)
    {
        if (SettingsKey.All.FirstOrDefault(key => key.Path == path) is not { } known)
        {
            _faults.Add(new(value.Origin, Unknown(path)));
            return;
        }

        try
        {
            known.Set(Settings, value);
            _origins[path] = value.Origin;
        }
        catch (FormatException e)
        {
            _faults.Add(new(value.Origin, $"{path} cannot be {(value.Text is { } text ? $"'{Printable.Excerpt(text)}'" : "a list")}; write {e.Message}"));
        }
    }

    private static string Unknown(string path)
    {
        var name = Printable.Excerpt(path);
        if (SettingsKey.All.Any(key => key.Path.StartsWith($"{path}.", StringComparison.Ordinal)))
            return $"{name} is a section, not a setting; write its keys in {{ }} after it";
        if (SettingsKey.All.Any(key => key.Path == $"kokoro.{path}"))
            return $"{name} stands outside of kokoro {{ }}; write kokoro.{name}";
        return $"{name} is not a setting{Suggestion(path, SettingsKey.All.Select(key => key.Path))}";
    }

    private static string Suggestion(string name, IEnumerable<string> known)
    {
        var byLower = known.ToDictionary(each => each.ToLowerInvariant(), StringComparer.Ordinal);
        return NearestName.Of(name, byLower.Keys) is { } nearest ? $"; did you mean {byLower[nearest]}?" : "";
    }
}
