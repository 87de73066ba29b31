using System.Diagnostics;

namespace Kokoro.Bench.Words;

/// <summary>Programs of the machine, found on the PATH.</summary>
internal static class ExternalProgram
{
    public static bool Exists(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>Runs a program to its end and returns its standard output. Cancelling ends the program.</summary>
    /// <exception cref="IOException">It ended with another exit code than 0; the message has its first line of errors.</exception>
    public static async Task<string> RunAsync(string name, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        finally
        {
            await Task.WhenAll(output, errors).ConfigureAwait(false);
        }

        if (process.ExitCode != 0)
            throw new IOException($"{name} ended with exit code {process.ExitCode}: {(await errors.ConfigureAwait(false)).Trim().Split('\n')[0]}");
        return await output.ConfigureAwait(false);
    }
}
