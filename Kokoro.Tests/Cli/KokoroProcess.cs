using System.Diagnostics;

namespace Kokoro.Tests.Cli;

/// <summary>Runs the program as a user does: a process with arguments, standard streams and an exit code.</summary>
internal static class KokoroProcess
{
    public static Task<Ended> RunAsync(params string[] arguments) => RunAsync(input: null, arguments);

    /// <param name="input">What it reads from standard input; null closes it at once.</param>
    public static Task<Ended> RunAsync(byte[]? input, params string[] arguments) => EndAsync(Start(arguments), input);

    /// <param name="environment">On top of what it inherits.</param>
    public static Task<Ended> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) => EndAsync(Start(environment, arguments), input: null);

    /// <param name="limits">Commands of a shell before it becomes the program.</param>
    public static Task<Ended> RunLimitedAsync(IReadOnlyDictionary<string, string> environment, string limits, params string[] arguments) =>
        EndAsync(Start("sh", ["-c", $"{limits}; exec \"$@\"", "sh", Environment.ProcessPath!, Program, .. arguments], environment), input: null);

    public static Process Start(params string[] arguments) => Start(Environment.ProcessPath!, [Program, .. arguments]);

    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments) => Start(Environment.ProcessPath!, [Program, .. arguments], environment);

    /// <summary>
    /// Starts it as a terminal would. Test runners may ignore SIGINT, which a child inherits and cannot undo; env (GNU) can.
    /// </summary>
    public static Process StartInterruptible(params string[] arguments) =>
        OperatingSystem.IsLinux()
            ? Start("env", ["--default-signal=INT", Environment.ProcessPath!, Program, .. arguments])
            : Start(arguments);

    /// <summary>
    /// The same, in a process group of its own, so that a signal can go to all of it as from a terminal. setsid execs the program itself when it leads no group yet,
    /// which a child of this process never does.
    /// </summary>
    /// <param name="environment">On top of what it inherits.</param>
    public static Process StartGroup(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start("setsid", ["env", "--default-signal=INT", Environment.ProcessPath!, Program, .. arguments], environment);

    /// <summary>A folder that is not there: what the developer has fetched must not speak in a test.</summary>
    private static string NoStore { get; } = Path.Combine(Path.GetTempPath(), $"kokoro-tests-{Environment.ProcessId}");

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Kokoro.Host.dll");

    private static Process Start(string fileName, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(fileName, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["KOKORO_HOME"] = NoStore },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<Ended> EndAsync(Process started, byte[]? input)
    {
        using var process = started;
        var output = ReadAllAsync(process.StandardOutput.BaseStream);
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null)
            await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new Ended(process.ExitCode, await output, await error);
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    internal sealed record Ended(int ExitCode, byte[] Output, string Error)
    {
        public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
