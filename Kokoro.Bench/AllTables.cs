using System.CommandLine;
using System.Diagnostics;

namespace Kokoro.Bench;

/// <summary>Runs every table in a process of its own, under its heading.</summary>
internal static class AllTables
{
    public static async Task<int> RunAsync(IEnumerable<(Command Command, string Heading)> tables, CancellationToken cancellationToken)
    {
        foreach (var (command, heading) in tables)
        {
            Console.WriteLine($"## {heading}");
            Console.WriteLine();
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(AllTables).Assembly.Location, command.Name]))!;
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            if (process.ExitCode != 0)
                return process.ExitCode;
        }

        return 0;
    }
}
