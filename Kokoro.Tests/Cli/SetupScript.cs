using System.Diagnostics;

namespace Kokoro.Tests.Cli;

/// <summary>A copy of `./kokoro` in a checkout that holds only what it looks at, all of it old, with stubs for the programs that it calls.</summary>
internal sealed class SetupScript : IDisposable
{
    /// <summary>Who has waited so often would wait for ever.</summary>
    private const int MostSleeps = 30;

    private static readonly DateTime Old = DateTime.UnixEpoch.AddYears(50);

    private readonly TemporaryFolder _folder = new();

    public SetupScript()
    {
        foreach (var file in (string[])
            [
                "Kokoro.Host/Program.cs", "Kokoro.Host/Other.cs", "Kokoro.Host/Page/build.mjs", "Directory.Build.props", "global.json", ".editorconfig", "BannedSymbols.txt", "docs/text.md", "hocon/kokoro.conf",
                .. new[] { "compat/Microsoft.ML.OnnxRuntime/native", "Kokoro.Host/Page", "extension", "Kokoro.Tests/OpenAi/client", "Kokoro.Tests/Browser/client" }
                    .SelectMany(folder => new[] { $"{folder}/package-lock.json", $"{folder}/node_modules/.package-lock.json" }),
            ])
        {
            Write(file, "");
        }

        foreach (var name in new[] { "dotnet", "npm", "espeak-ng", "chromium" })
            Stub(name, "");
        Stub("sleep", "");
        File.Copy(Checkout.File("kokoro"), _folder["kokoro"]);
        foreach (var entry in Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(entry, Old);
    }

    public string this[string name] => _folder[name];

    public string Lock => _folder["artifacts/setup.lock"];

    /// <summary>What was called, with its arguments.</summary>
    public string[] Calls => File.Exists(_folder["calls"]) ? File.ReadAllLines(_folder["calls"]) : [];

    public int Builds => Calls.Count(call => call.StartsWith("dotnet build ", StringComparison.Ordinal));

    public int Sleeps => Calls.Count(call => call.StartsWith("sleep ", StringComparison.Ordinal));

    public void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], content);
    }

    /// <summary>Makes a file or a folder newer than everything.</summary>
    public void Touch(string name) => File.SetLastWriteTimeUtc(_folder[name], TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1));

    /// <param name="commands">Of sh, in the folder of the checkout, after the call has been noted.</param>
    public void Stub(string name, string commands)
    {
        var limit = name == "sleep" ? $"[ \"$(grep -c ^sleep calls)\" -lt {MostSleeps} ] || kill -KILL \"$PPID\"\n" : "";
        Write($"bin/{name}", $"#!/bin/sh\ncd '{_folder.Path}'\necho \"{name} $*\" >>calls\n{limit}{commands}\n");
        File.SetUnixFileMode(_folder[$"bin/{name}"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <param name="before">Commands of the shell that becomes the script, so that both have the same number.</param>
    public async Task<(int ExitCode, string[] Lines)> RunAsync(string command = "voices", string before = ":")
    {
        var start = new ProcessStartInfo("sh", ["-c", $"{before}; exec ./kokoro \"$@\"", "sh", command])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = $"{_folder["bin"]}:/usr/bin:/bin" },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await output;
        return (process.ExitCode, (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose() => _folder.Dispose();
}
