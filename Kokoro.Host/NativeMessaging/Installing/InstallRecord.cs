using System.Text.Json;

namespace Kokoro.Host.NativeMessaging.Installing;

/// <summary>What `install` has written outside of the Kokoro folder, so that `remove` takes back that and no more.</summary>
/// <param name="Manifests">Files.</param>
/// <param name="Folders">Those that had to be made for them, the innermost last.</param>
internal sealed record InstallRecord(IReadOnlyList<string> Manifests, IReadOnlyList<string> Folders)
{
    public static InstallRecord Empty { get; } = new([], []);

    /// <returns>An empty one where there is none, or where it cannot be understood: what cannot be known to be ours stays.</returns>
    public static InstallRecord Read(string file)
    {
        try
        {
            var record = File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), InstallJson.Default.InstallRecord) : null;
            return record is { Manifests: not null, Folders: not null } ? record : Empty;
        }
        catch (JsonException)
        {
            return Empty;
        }
    }

    /// <summary>An empty record is no file.</summary>
    public void Write(string file)
    {
        if (Manifests.Count + Folders.Count > 0)
            WholeFile.Write(file, JsonSerializer.Serialize(this, InstallJson.Default.InstallRecord) + "\n");
        else if (File.Exists(file))
            File.Delete(file);
    }

    public InstallRecord With(string manifest, IEnumerable<string> folders) => new([.. Manifests.Union([manifest])], [.. Folders.Union(folders)]);
}
