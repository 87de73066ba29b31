using System.Globalization;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>
/// What all cores gain over one, kept in the cache for each model, so that it is measured once. A file that cannot be read or written costs only measuring again.
/// </summary>
/// <param name="folder">Null: nothing is kept.</param>
internal sealed class WideGainFile(string? folder)
{
    /// <param name="key">Names the model, the cores and the provider.</param>
    public double? Read(string key)
    {
        try
        {
            return folder is not null
                && File.Exists(PathOf(folder, key))
                && double.TryParse(File.ReadAllText(PathOf(folder, key)), NumberStyles.Float, CultureInfo.InvariantCulture, out var gain)
                && gain is > 0 and < 1000
                    ? gain
                    : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string key, double gain)
    {
        if (folder is null)
            return;
        try
        {
            Directory.CreateDirectory(folder);

            // Renamed into place, so that an engine that starts meanwhile never reads half a number.
            var beside = $"{PathOf(folder, key)}.{Path.GetRandomFileName()}";
            File.WriteAllText(beside, gain.ToString("0.###", CultureInfo.InvariantCulture));
            File.Move(beside, PathOf(folder, key), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Measured again at the next start.
        }
    }

    private static string PathOf(string folder, string key) => Path.Combine(folder, $"wide-gain-{key}.txt");
}
