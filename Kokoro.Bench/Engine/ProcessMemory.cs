using System.Globalization;

namespace Kokoro.Bench.Engine;

/// <summary>What a process holds, as Linux counts it in smaps_rollup. In MB of 1,000,000 bytes.</summary>
/// <param name="Resident">All of its pages in memory.</param>
/// <param name="Anonymous">Those of them that are no file's, so that nobody shares them.</param>
/// <param name="Proportional">Shared pages divided among those who share them.</param>
internal sealed record ProcessMemory(double Resident, double Anonymous, double Proportional)
{
    public static ProcessMemory Of(int processId)
    {
        var lines = File.ReadAllLines($"/proc/{processId}/smaps_rollup");
        double Megabytes(string field) =>
            double.Parse(lines.First(line => line.StartsWith(field + ":", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        return new(Megabytes("Rss"), Megabytes("Anonymous"), Megabytes("Pss"));
    }
}
