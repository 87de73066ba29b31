using System.Text.Json;

namespace Kokoro.Host.NativeMessaging.Installing;

/// <summary>What a browser reads to know which program to start, and for whom.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="AllowedOrigins">`chrome-extension://ID/` each.</param>
internal sealed record HostManifest(string Name, string Description, string Path, string Type, IReadOnlyList<string> AllowedOrigins)
{
    public const string HostName = "dev.kokoro.host";
    public const string FileName = HostName + ".json";

    public static HostManifest For(string launcher) => new(HostName, "Starts the Kokoro speech server of this machine", launcher, "stdio", HostCallers.All);

    /// <returns>Null where this is no manifest of a host of ours.</returns>
    public static HostManifest? Read(string file)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(file), InstallJson.Default.HostManifest);
            return manifest is { Name: HostName, Path: not null } ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, InstallJson.Default.HostManifest) + "\n";
}
