using System.CommandLine;
using Kokoro.Host.NativeMessaging;
using Kokoro.Host.NativeMessaging.Installing;
using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Host.Cli;

/// <summary>`kokoro native-host install|remove`: lets the extension start the server. As a browser calls it, it is <see cref="NativeHostRole"/>.</summary>
internal static class NativeHostCommand
{
    public const string Name = "native-host";

    public static Command Create() => new(Name, "Let the browser's extension start the server.")
    {
        Create("install", "Tell the browsers of this user about Kokoro.", Install),
        Create("remove", "Take back what install has written.", Remove),
    };

    private static Command Create(string name, string description, Func<string?, string?, IEnumerable<string>> act)
    {
        var browser = new Option<string?>("--browser") { Description = "Only this one: chrome, chromium, brave or edge.", HelpName = "name" };
        var profile = new Option<string?>("--profile") { Description = "Only the browser that keeps its data in this folder.", HelpName = "path" };
        var command = new Command(name, description) { browser, profile };
        command.SetAction((parsed, _) => RunAsync(act, parsed.GetValue(browser), parsed.GetValue(profile)));
        return command;
    }

    private static async Task<int> RunAsync(Func<string?, string?, IEnumerable<string>> act, string? browser, string? profile)
    {
        if (browser is not null && Browser.All.All(each => each.Name != browser))
        {
            await Terminal.ErrorAsync($"--browser {Printable.Excerpt(browser)} is not known; use {string.Join(", ", Browser.All.Select(each => each.Name))}").ConfigureAwait(false);
            return ExitCode.Refused;
        }

        if (browser is not null && profile is not null)
        {
            await Terminal.ErrorAsync("--browser and --profile exclude each other; give one of them").ConfigureAwait(false);
            return ExitCode.Refused;
        }

        // On Windows the lines are what was asked for, elsewhere they say what was done.
        foreach (var line in act(browser, profile))
            await (OperatingSystem.IsWindows() ? Console.Out.WriteLineAsync(line) : Terminal.NoteAsync(line)).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static IEnumerable<string> Install(string? browser, string? profile)
    {
        var program = EngineCommand.ForThisProgram();
        return OperatingSystem.IsWindows()
            ? WindowsSteps.Install(HostFolder.OfUser.Path, [program.FileName, .. program.Arguments, Name], browser)
            : Installer(Launcher.Command(program, AppContext.BaseDirectory)).Install(InstallTarget.Choose(BrowserFolders.OfUser(), browser, profile));
    }

    private static IEnumerable<string> Remove(string? browser, string? profile) => OperatingSystem.IsWindows()
        ? WindowsSteps.Remove(browser)
        : Installer([]).Remove(browser is null && profile is null ? null : InstallTarget.Choose(BrowserFolders.OfUser(), browser, profile));

    private static HostInstaller Installer(IEnumerable<string> command) =>
        new(HostFolder.OfUser, Launcher.Script(command, Launcher.WithoutGiven(AppContext.BaseDirectory, Environment.GetEnvironmentVariable)));
}
