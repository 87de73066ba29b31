using System.Diagnostics;

namespace Kokoro.Tests;

/// <summary>A program for Node.js, in a folder of this project whose packages `./kokoro test` has fetched.</summary>
internal static class NodeProgram
{
    /// <param name="path">From the folder of the tests' project.</param>
    public static string Folder(params string[] path)
    {
        var folder = Path.GetFullPath(Path.Combine([Checkout.Tests, .. path]));
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), $"what it needs is not there; ./kokoro test fetches it, or: npm ci --ignore-scripts --prefix {folder}");
        return folder;
    }

    public static Process Start(string program, string folder, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <returns>Its standard output; the test fails where it fails.</returns>
    public static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Start(program, folder, arguments);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await output + await errors);
        return await output;
    }
}
