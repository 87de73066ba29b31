using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Kokoro.Bench.StubEngine;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Bench.Serve;

/// <summary>A server in a process of its own, so that its memory is its own too.</summary>
internal sealed partial class BenchServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly bool _endsWithInput;

    private BenchServer(Process process, Uri address, bool endsWithInput)
    {
        _process = process;
        _endsWithInput = endsWithInput;
        Address = address;
        Client = new HttpClient(new SocketsHttpHandler { MaxResponseDrainSize = 0 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public HttpClient Client { get; }

    public Uri Address { get; }

    /// <summary>`kokoro serve` as it is.</summary>
    public static Task<BenchServer> StartRealAsync()
    {
        var program = EngineCommand.ForThisProgram();
        return StartAsync([.. program.Arguments, "serve", "--port", "0"], endsWithInput: false);
    }

    public static Task<BenchServer> StartStubAsync(double speed, int engines, TimeSpan? wholeWait = null) => StartAsync(
        [typeof(BenchServer).Assembly.Location, .. StubServer.Arguments(speed, engines, wholeWait ?? TimeSpan.FromSeconds(10))], endsWithInput: true);

    /// <summary>Of the server alone, without its engines.</summary>
    public double ResidentMegabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 / 1e6;
    }

    /// <returns>All samples, by name and labels as they are written.</returns>
    public async Task<IReadOnlyDictionary<string, double>> MetricsAsync() => Sample().Matches(await Client.GetStringAsync("/metrics").ConfigureAwait(false))
        .ToDictionary(match => match.Groups[1].Value, match => double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_endsWithInput)
        {
            _process.StandardInput.Close();
        }
        else
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync().ConfigureAwait(false);
        }

        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private static async Task<BenchServer> StartAsync(string[] arguments, bool endsWithInput)
    {
        var start = new ProcessStartInfo(EngineCommand.ForThisProgram().FileName, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KOKORO_LOG_LEVEL"] = "warning";
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, line) => Progress.Trace(line.Data);
        process.BeginErrorReadLine();
        var address = await process.StandardOutput.ReadLineAsync().ConfigureAwait(false)
            ?? throw new InvalidOperationException("the server did not start; ./kokoro serve says why");
        return new BenchServer(process, new Uri(address), endsWithInput);
    }

    [GeneratedRegex(@"^(\w+(?:\{.*\})?) (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Sample();
}
