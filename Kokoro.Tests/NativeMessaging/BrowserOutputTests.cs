using System.Diagnostics;

namespace Kokoro.Tests.NativeMessaging;

public sealed class BrowserOutputTests
{
    [Fact]
    public async Task What_libraries_and_children_print_does_not_reach_the_browser()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(PrintingHost).Assembly.Location, PrintingHost.Name])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(MessageFrames.Of("{}"), output.ToArray());
        Assert.Equal(
            ["from a child", "from the console", "from the handle"],
            (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
