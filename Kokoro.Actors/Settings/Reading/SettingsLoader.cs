namespace Kokoro.Actors.Settings.Reading;

/// <summary>Makes settings of their sources, or says everything that is wrong with them at once.</summary>
public static class SettingsLoader
{
    /// <exception cref="SettingsException">An unreadable file, an unknown key or a bad value; each on a line of its own.</exception>
    public static ServerSettings Load(SettingsSources sources)
    {
        var layers = new SettingsLayers();
        if (sources.File is { } file)
            layers.AddFile(file);
        layers.AddEnvironment(sources.Environment);
        layers.AddOptions(sources.Options);

        var faults = layers.Faults.Concat(SettingsChecks.Of(layers.Settings, layers.OriginOf)).ToList();
        return faults.Count == 0 ? layers.Settings : throw new SettingsException(Fault.InOrder(faults).Select(fault => fault.ToString()));
    }
}
