using Kokoro.Synthesis;

namespace Kokoro.Host.NativeMessaging.Installing;

/// <summary>Tells browsers about the host, and takes that back.</summary>
/// <param name="launcher">The content of <see cref="HostFolder.Launcher"/>.</param>
internal sealed class HostInstaller(HostFolder folder, string launcher)
{
    private readonly HostManifest _manifest = HostManifest.For(folder.Launcher);

    /// <summary>Done a second time, it changes nothing.</summary>
    /// <returns>What was done, a line for each.</returns>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: somebody else's file is there, or one cannot be written.</exception>
    public IReadOnlyList<string> Install(IReadOnlyList<InstallTarget> targets) => Guarded(() =>
    {
        foreach (var target in targets)
        {
            if (File.Exists(target.Manifest) && HostManifest.Read(target.Manifest) is null)
                throw new SpeechException(
                    SpeechErrorCode.OutputUnwritable, $"{Printable.Line(target.Manifest)} is there and not Kokoro's; move it away and try again");
        }

        Directory.CreateDirectory(folder.Path);
        WholeFile.Write(folder.Launcher, launcher, isExecutable: true);

        // The record first: whatever stops this in the middle, all that was written is in it.
        var record = InstallRecord.Read(folder.Record);
        foreach (var target in targets)
            record = record.With(target.Manifest, MissingFolders(target.Folder));
        record.Write(folder.Record);
        return (IReadOnlyList<string>)[.. targets.Select(InstallOne)];
    });

    /// <summary>Only manifests that name this installation's launcher are taken away. With the last one the launcher goes too.</summary>
    /// <param name="targets">Null: wherever <see cref="Install"/> has written.</param>
    /// <returns>What was done, a line for each.</returns>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: a file cannot be deleted.</exception>
    public IReadOnlyList<string> Remove(IReadOnlyList<InstallTarget>? targets) => Guarded(() =>
    {
        var record = InstallRecord.Read(folder.Record);
        List<string> lines = [];
        foreach (var file in targets?.Select(target => target.Manifest) ?? record.Manifests)
        {
            if (!File.Exists(file))
                continue;
            var isOurs = IsOurs(file);
            if (isOurs)
                File.Delete(file);
            lines.Add(isOurs ? $"removed {file}" : $"left {file}, which another installation wrote");
        }

        // The innermost folders first: an outer one is empty only then.
        List<string> folders = [.. record.Folders.Reverse().Where(RemainsAfterRemoval).Reverse()];
        var rest = new InstallRecord([.. record.Manifests.Where(file => File.Exists(file) && IsOurs(file))], folders);
        if (rest.Manifests.Count > 0)
        {
            rest.Write(folder.Record);
            return (IReadOnlyList<string>)lines;
        }

        InstallRecord.Empty.Write(folder.Record);
        if (File.Exists(folder.Launcher))
        {
            File.Delete(folder.Launcher);
            lines.Add($"removed {folder.Launcher}");
            RemainsAfterRemoval(folder.Path);
        }

        return lines.Count > 0 ? lines : ["nothing is installed"];
    });

    private string InstallOne(InstallTarget target)
    {
        var content = _manifest.ToJson();
        if (File.Exists(target.Manifest) && File.ReadAllText(target.Manifest) == content)
            return $"{target.Title}: {target.Manifest} is there already";
        Directory.CreateDirectory(target.Folder);
        WholeFile.Write(target.Manifest, content);
        return $"{target.Title}: wrote {target.Manifest}";
    }

    private bool IsOurs(string file) => HostManifest.Read(file)?.Path == folder.Launcher;

    /// <summary>The outermost first.</summary>
    private static List<string> MissingFolders(string path)
    {
        List<string> missing = [];
        for (var each = path; each is not null && !Directory.Exists(each); each = Path.GetDirectoryName(each))
            missing.Insert(0, each);
        return missing;
    }

    /// <summary>A folder made here goes when nothing is in it; one that others use by now is theirs.</summary>
    /// <returns>Whether it is still there.</returns>
    private static bool RemainsAfterRemoval(string path)
    {
        if (!Directory.Exists(path))
            return false;
        if (Directory.EnumerateFileSystemEntries(path).Any())
            return true;
        Directory.Delete(path);
        return false;
    }

    private static IReadOnlyList<string> Guarded(Func<IReadOnlyList<string>> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException(
                SpeechErrorCode.OutputUnwritable, $"the browsers' folders cannot be changed ({Printable.Message(e)}); correct their permissions", innerException: e);
        }
    }
}
