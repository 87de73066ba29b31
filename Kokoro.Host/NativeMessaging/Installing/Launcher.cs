using System.Text;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Host.NativeMessaging.Installing;

/// <summary>
/// The program that a manifest names: manifests cannot hold arguments, and browsers start it with the desktop's environment, in which neither dotnet nor a person's own
/// folders need be found.
/// </summary>
internal static class Launcher
{
    /// <summary>What decides where Kokoro's files lie and whether its runtime is found. Nothing else is kept: a token may be among the rest.</summary>
    private static readonly string[] Kept = ["KOKORO_HOME", "KOKORO_CONFIG", "XDG_DATA_HOME", "XDG_CACHE_HOME", "DOTNET_ROOT"];

    /// <returns>A script of POSIX sh.</returns>
    /// <param name="command">What becomes the host, with the caller's arguments at its end.</param>
    /// <param name="read">A variable of the environment.</param>
    public static string Script(IEnumerable<string> command, Func<string, string?> read)
    {
        var script = new StringBuilder("#!/bin/sh\n# Written by: kokoro native-host install. A browser starts it for the extension.\n");
        foreach (var name in Kept)
        {
            if (read(name) is { Length: > 0 } value)
                script.Append($"export {name}={Quoted(IsPath(name) ? Path.GetFullPath(value) : value)}\n");
        }

        if (read("PATH") is { Length: > 0 } path)
            script.Append($"PATH={Quoted(path)}${{PATH:+:$PATH}}\nexport PATH\n");
        return script.Append($"exec {string.Join(' ', command.Select(Quoted))} \"$@\"\n").ToString();
    }

    /// <summary>The `kokoro` script of this installation, which builds what is missing; without one, this very program.</summary>
    /// <param name="baseDirectory">The folder of the program's DLL, `ROOT/artifacts/bin/PROJECT/release` where it was built by the script.</param>
    public static IReadOnlyList<string> Command(EngineCommand program, string baseDirectory)
    {
        var script = ScriptOf(baseDirectory);
        return File.Exists(script) ? [script, Cli.NativeHostCommand.Name] : [program.FileName, .. program.Arguments, Cli.NativeHostCommand.Name];
    }

    /// <summary>Without the settings that the `kokoro` script gives when none are named: it will do so again.</summary>
    /// <param name="read">A variable of the environment.</param>
    public static Func<string, string?> WithoutGiven(string baseDirectory, Func<string, string?> read)
    {
        var given = Path.Combine(Path.GetDirectoryName(ScriptOf(baseDirectory))!, "hocon", "kokoro.conf");
        return name => name == "KOKORO_CONFIG" && read(name) == given ? null : read(name);
    }

    private static string ScriptOf(string baseDirectory) => Path.GetFullPath(Path.Combine(baseDirectory, "..", "..", "..", "..", "kokoro"));

    private static bool IsPath(string name) => name is "KOKORO_HOME" or "KOKORO_CONFIG";

    private static string Quoted(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
