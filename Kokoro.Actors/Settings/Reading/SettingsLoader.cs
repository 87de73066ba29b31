using System.Net;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Actors.Settings.Reading;

/// <summary>Makes settings of their sources, or says everything that is wrong with them at once.</summary>
public static class SettingsLoader
{
    private const string Prefix = "KOKORO_";

    /// <summary>Variables of the program that are no settings.</summary>
    private static readonly string[] OtherVariables = ["KOKORO_HOME", "KOKORO_TRACE"];

    /// <summary>What tests are told by.</summary>
    private const string TestPrefix = "KOKORO_TEST_";

    /// <exception cref="SettingsException">An unreadable file, an unknown key or a bad value; each on a line of its own.</exception>
    public static ServerSettings Load(SettingsSources sources)
    {
        var faults = new List<string>();
        var settings = new ServerSettings();
        ApplyFile(settings, sources.File, faults);
        ApplyEnvironment(settings, sources.Environment, faults);
        foreach (var (path, (option, value)) in sources.Options)
            Apply(settings, path, new LocatedValue(option, value), faults);
        Check(settings, faults);
        return faults.Count == 0 ? settings : throw new SettingsException(faults);
    }

    private static void ApplyFile(ServerSettings settings, string? file, List<string> faults)
    {
        if (file is null)
            return;
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{file}: cannot be read ({e.Message}); name another with --config, or correct its permissions");
            return;
        }

        var (values, broken) = HoconReader.Read(text, file);
        faults.AddRange(broken);
        foreach (var (path, value) in values)
            Apply(settings, path, value, faults);
    }

    private static void ApplyEnvironment(ServerSettings settings, IReadOnlyDictionary<string, string> environment, List<string> faults)
    {
        foreach (var (name, value) in environment.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            if (SettingsKey.All.FirstOrDefault(key => key.Variable == name) is { } known)
                Apply(settings, known.Path, new LocatedValue(name, value), faults);
            else if (!OtherVariables.Contains(name) && !name.StartsWith(TestPrefix, StringComparison.Ordinal))
                faults.Add($"{name}: is not a setting{Suggestion(name, SettingsKey.All.Select(key => key.Variable))}; unset it or correct its name");
        }
    }

    private static void Apply(ServerSettings settings, string path, LocatedValue value, List<string> faults)
    {
        if (SettingsKey.All.FirstOrDefault(key => key.Path == path) is not { } known)
        {
            faults.Add($"{value.Origin}: {path} is not a setting{Suggestion(path, SettingsKey.All.Select(key => key.Path))}");
            return;
        }

        try
        {
            known.Set(settings, value);
        }
        catch (FormatException e)
        {
            faults.Add($"{value.Origin}: {path} cannot be '{value.Text ?? "a list"}'; write {e.Message}");
        }
    }

    private static void Check(ServerSettings settings, List<string> faults)
    {
        var listen = settings.Http.Listen;
        var isLocalhost = listen.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        if (!isLocalhost && !IPAddress.TryParse(listen, out _))
            faults.Add($"kokoro.http.listen cannot be '{listen}'; write localhost or an address of this machine");
        else if (!isLocalhost && !IPAddress.IsLoopback(IPAddress.Parse(listen)) && settings.Http.Token.Length == 0)
            faults.Add($"kokoro.http.listen = {listen} lets others in, and kokoro.http.token is empty; set a token");
        foreach (var (name, pool) in new[] { ("synthesis", settings.Synthesis), ("phonemizers", settings.Phonemizers) })
        {
            if (pool.FirstBackOff > pool.LongestBackOff)
                faults.Add($"kokoro.{name}.first-back-off is longer than kokoro.{name}.longest-back-off; make it shorter");
        }
    }

    private static string Suggestion(string name, IEnumerable<string> known)
    {
        var byLower = known.ToDictionary(each => each.ToLowerInvariant(), StringComparer.Ordinal);
        return NearestName.Of(name, byLower.Keys) is { } nearest ? $"; did you mean {byLower[nearest]}?" : "";
    }
}
