using System.ComponentModel;
using System.Diagnostics;

namespace Kokoro.Synthesis.EngineLink;

/// <summary>An operating-system process of ours: its time, its output, its end and why.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private int _killed;

    private ChildProcess(Process process, TimeProvider time, Action<string> log)
    {
        _process = process;
        Id = process.Id;
        process.StandardInput.Close(); // reading gives end of file at once, as from /dev/null
        Ended = EndAsync(
            new ChildOutput(time, log).ReadToEndAsync(process.StandardOutput),
            new ChildOutput(time, log).ReadToEndAsync(process.StandardError));
    }

    public int Id { get; }

    /// <summary>Completes when the process is gone and all that it printed is logged. Never fails.</summary>
    public Task<EngineEnd> Ended { get; }

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.EngineFailed"/>: the executable cannot be started.</exception>
    public static ChildProcess Start(EngineCommand command, EngineKind kind, string socketPath, TimeProvider time, Action<string> log)
    {
        var start = new ProcessStartInfo(command.FileName, command.ArgumentsFor(kind, socketPath))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in EngineEnvironment.Build(Environment.GetEnvironmentVariable))
            start.Environment[name] = value;
        try
        {
            var process = Process.Start(start) ?? throw new InvalidOperationException("no process was started");
            return new ChildProcess(process, time, line => log($"{kind.Name()} engine {process.Id}: {line}"));
        }
        catch (Win32Exception e)
        {
            throw new SpeechException(SpeechErrorCode.EngineFailed, $"the engine cannot be started: {command.FileName}: {e.Message}", innerException: e);
        }
    }

    /// <returns>User and system time so far; null when the process is gone.</returns>
    public TimeSpan? CpuTime()
    {
        try
        {
            return _process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>SIGKILL; nothing if it is gone. The first cause is the one that counts.</summary>
    public void Kill(KillCause cause)
    {
        Interlocked.CompareExchange(ref _killed, (int)cause, (int)KillCause.None);
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // Gone and disposed already.
        }
    }

    /// <summary>Only after <see cref="Ended"/>.</summary>
    public void Dispose() => _process.Dispose();

    private async Task<EngineEnd> EndAsync(Task output, Task error)
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        await Task.WhenAll(output, error).ConfigureAwait(false);
        return EngineEnd.Of(_process.ExitCode, (KillCause)Volatile.Read(ref _killed));
    }
}
