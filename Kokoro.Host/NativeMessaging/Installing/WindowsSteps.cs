namespace Kokoro.Host.NativeMessaging.Installing;

/// <summary>What a person does on Windows, where browsers find hosts in the registry: three pieces of text to put in place.</summary>
internal static class WindowsSteps
{
    /// <param name="folder">For the two files.</param>
    /// <param name="command">What becomes the host.</param>
    /// <param name="browser">Only this one's line; null: all.</param>
    public static IEnumerable<string> Install(string folder, IEnumerable<string> command, string? browser)
    {
        var launcher = $@"{folder}\kokoro-native-host.bat";
        var manifest = $@"{folder}\{HostManifest.FileName}";
        yield return $"1. Write this to {launcher}";
        yield return $"@echo off\n{string.Join(' ', command.Select(part => $"\"{part}\""))} %*";
        yield return $"2. Write this to {manifest}";
        yield return HostManifest.For(launcher).ToJson().TrimEnd();
        yield return "3. Run these";
        foreach (var key in Keys(browser))
            yield return $"reg add \"{key}\" /ve /t REG_SZ /d \"{manifest}\" /f";
    }

    public static IEnumerable<string> Remove(string? browser)
    {
        yield return "Run these";
        foreach (var key in Keys(browser))
            yield return $"reg delete \"{key}\" /f";
    }

    private static IEnumerable<string> Keys(string? browser) => Browser.All
        .Where(each => browser is null || each.Name == browser)
        .Select(each => $@"HKCU\{each.RegistryKey}\{HostManifest.HostName}")
        .Distinct(StringComparer.Ordinal);
}
