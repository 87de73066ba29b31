using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using Kokoro.Host.Cli;
using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Host.NativeMessaging;

/// <summary>`kokoro serve` in a session of its own, with its streams in a file: it outlives the host and the browser.</summary>
internal sealed class DetachedServer : IStartedServer
{
    /// <summary>The streams are the browser's pipes here; only a shell puts others in their place before the program starts.</summary>
    private const string Redirect = "exec \"$@\" </dev/null >\"$0\" 2>&1";

    private readonly Process _process;
    private readonly string _said;

    private DetachedServer(Process process, string said)
    {
        _process = process;
        _said = said;
    }

    public int Id => _process.Id;

    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    public string LastLine => File.Exists(_said) ? Printable.Line(File.ReadLines(_said).LastOrDefault(line => line.Length > 0) ?? "") : "";

    /// <param name="program">This program.</param>
    /// <param name="said">The file of its streams, which are few lines: its log has a file of its own. What was in it is kept beside it, until the next start.</param>
    /// <exception cref="HostException">It cannot be started.</exception>
    public static DetachedServer Start(EngineCommand program, string said)
    {
        if (OperatingSystem.IsWindows())
            throw new HostException("The extension cannot start the server on Windows; start it with: kokoro serve.");
        ImmutableArray<string> arguments = ["-c", Redirect, said, program.FileName, .. program.Arguments, ServeCommand.Name, ServeCommand.Detached];
        try
        {
            HostLog.Rotate(said, mostBytes: 1);
            var start = new ProcessStartInfo("/bin/sh", arguments)
            {
                UseShellExecute = false,
                WorkingDirectory = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify),
            };
            return new DetachedServer(Process.Start(start)!, said);
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException)
        {
            throw new HostException($"The server cannot be started ({Printable.Message(e)}); start it in a terminal with: kokoro serve.");
        }
    }

    public void Dispose() => _process.Dispose();
}
