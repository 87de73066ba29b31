using System.Diagnostics;
using System.Globalization;

namespace Kokoro.Bench.Engine;

/// <summary>A program that answers lines of ids, in a process of its own.</summary>
internal sealed class EngineProgram : IDisposable
{
    private readonly Process _process;

    private EngineProgram(Process process, double loadMs) => (_process, LoadMs) = (process, loadMs);

    public double LoadMs { get; }

    public ProcessMemory Memory => ProcessMemory.Of(_process.Id);

    /// <param name="form">plain or prepared.</param>
    public static Task<EngineProgram> StartAsync(string form, string model, int threads, string voice) =>
        StartAsync(Environment.ProcessPath!, null, [typeof(EngineProgram).Assembly.Location, EngineWorker.Role, form, model, threads.ToString(CultureInfo.InvariantCulture), voice]);

    /// <exception cref="IOException">It ended before it was ready.</exception>
    public static async Task<EngineProgram> StartAsync(string program, string? folder, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = folder ?? "" })!;
        while (await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line.Split(' ') is ["ready", var load])
                return new(process, double.Parse(load, CultureInfo.InvariantCulture));
        }

        process.Dispose();
        throw new IOException($"{program} {string.Join(' ', arguments)} ended before it was ready");
    }

    /// <returns>Milliseconds, and seconds of audio.</returns>
    public async Task<(double Ms, double Audio)> RunAsync(IEnumerable<int> ids)
    {
        await _process.StandardInput.WriteLineAsync(string.Join(',', ids)).ConfigureAwait(false);
        await _process.StandardInput.FlushAsync().ConfigureAwait(false);
        var answer = (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) ?? throw new IOException("the engine ended in the middle of a run")).Split(' ');
        return (double.Parse(answer[0], CultureInfo.InvariantCulture), long.Parse(answer[1], CultureInfo.InvariantCulture) / 24_000.0);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
