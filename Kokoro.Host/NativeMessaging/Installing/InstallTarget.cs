using Kokoro.Synthesis;

namespace Kokoro.Host.NativeMessaging.Installing;

/// <summary>A place for a manifest.</summary>
/// <param name="Title">Of the browser, for people.</param>
/// <param name="Folder">Where it looks for hosts.</param>
internal sealed record InstallTarget(string Title, string Folder)
{
    public string Manifest => Path.Combine(Folder, HostManifest.FileName);

    /// <param name="browser">Only this one, whether it was ever used or not; null: every one that was.</param>
    /// <param name="profile">Instead, a user data folder of whatever browser.</param>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.InputUnreadable"/>: there is none.</exception>
    public static IReadOnlyList<InstallTarget> Choose(BrowserFolders folders, string? browser, string? profile)
    {
        if (profile is not null)
        {
            return Directory.Exists(profile)
                ? [new("profile", Browser.HostFolderOf(Path.GetFullPath(profile)))]
                : throw new SpeechException(SpeechErrorCode.InputUnreadable, $"there is no folder {Printable.Line(profile)}; name a browser's user data folder");
        }

        var chosen = Browser.All.Where(each => browser is null ? Directory.Exists(each.ProfileIn(folders)) : each.Name == browser).ToList();
        return chosen.Count > 0
            ? [.. All(chosen, folders)]
            : throw new SpeechException(
                SpeechErrorCode.InputUnreadable,
                $"no browser was used yet that is known here ({string.Join(", ", Browser.All.Select(each => each.Title))}); "
                + "name one with --browser, or its user data folder with --profile");
    }

    /// <summary>One for each folder, though two browsers may look into the same.</summary>
    public static IEnumerable<InstallTarget> All(IEnumerable<Browser> browsers, BrowserFolders folders) => browsers
        .SelectMany(browser => browser.HostFoldersIn(folders).Select(folder => new InstallTarget(browser.Title, folder)))
        .GroupBy(target => target.Folder, (folder, same) => new InstallTarget(string.Join(" and ", same.Select(each => each.Title)), folder));
}
