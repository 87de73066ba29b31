using Kokoro.Host.NativeMessaging.Installing;

namespace Kokoro.Tests.NativeMessaging;

public sealed class WindowsStepsTests
{
    [Fact]
    public void A_person_is_given_both_files_and_the_lines_for_the_registry()
    {
        var text = string.Join('\n', WindowsSteps.Install(@"C:\Users\me\kokoro", [@"C:\Program Files\dotnet\dotnet.exe", "native-host"], null));

        Assert.Contains("""@echo off""" + "\n" + """
            "C:\Program Files\dotnet\dotnet.exe" "native-host" %*
            """, text, StringComparison.Ordinal);
        Assert.Contains("""
            "path": "C:\\Users\\me\\kokoro\\kokoro-native-host.bat"
            """, text, StringComparison.Ordinal);
        Assert.Equal(
            ["Google\\Chrome", "Chromium", "Microsoft\\Edge"],
            text.Split('\n').Where(line => line.StartsWith("reg add", StringComparison.Ordinal))
                .Select(line => line.Split(@"Software\")[1].Split(@"\NativeMessagingHosts\dev.kokoro.host")[0]));
    }

    [Fact]
    public void One_browser_has_one_line() =>
        Assert.Equal(["Run these", """reg delete "HKCU\Software\Microsoft\Edge\NativeMessagingHosts\dev.kokoro.host" /f"""], WindowsSteps.Remove("edge"));
}
