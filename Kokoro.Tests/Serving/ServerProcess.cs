using System.Diagnostics;
using Kokoro.Tests.Cli;

namespace Kokoro.Tests.Serving;

/// <summary>`kokoro serve` as a process of its own, in a process group of its own, as a terminal starts it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>One engine of each kind is enough where nobody counts them, and is there in half the time.</summary>
    private static readonly Dictionary<string, string> Small = new() { ["KOKORO_HTTP_WARM_UP"] = "off", ["KOKORO_PHONEMIZERS_SIZE"] = "1", ["KOKORO_SYNTHESIS_SIZE"] = "1" };

    private readonly Process _process;
    private readonly Task<string> _error;

    private ServerProcess(Process process, string address, Task<string> error)
    {
        _process = process;
        _error = error;
        Client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Client { get; }

    public int Id => _process.Id;

    public static Task<ServerProcess> StartAsync(params string[] options) => StartAsync(new Dictionary<string, string>(), options: options);

    /// <param name="environment">On top of what it inherits, and of a small server's settings.</param>
    /// <param name="port">0 takes a free one.</param>
    public static async Task<ServerProcess> StartAsync(IReadOnlyDictionary<string, string> environment, int port = 0, params string[] options)
    {
        var process = KokoroProcess.StartGroup(new Dictionary<string, string>([.. Small.Where(each => !environment.ContainsKey(each.Key)), .. environment]), ["serve", "--port", $"{port}", .. options]);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var address = await process.StandardOutput.ReadLineAsync();
        if (address is null)
            Assert.Fail($"the server did not start: {await error}");
        return new ServerProcess(process, address!, error);
    }

    /// <param name="isGroup">To all of the group, as Ctrl-C in a terminal.</param>
    public void Signal(string signal, bool isGroup = false) => ProcessTree.Signal(isGroup ? -Id : Id, signal);

    /// <returns>The exit code, and what it said on standard error.</returns>
    public async Task<(int ExitCode, string Error)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _error);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            Signal("KILL", isGroup: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
