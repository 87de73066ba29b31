using System.Diagnostics;
using System.Globalization;

namespace Kokoro.Tests.Serving;

/// <summary>Processes by what /proc says of them.</summary>
internal static class ProcessTree
{
    /// <summary>Children of a process that run; a zombie is gone, and waits only to be collected.</summary>
    public static IReadOnlyList<int> ChildrenOf(int parent) => [.. All().Where(process => process.Parent == parent && process.State != 'Z').Select(process => process.Id)];

    public static bool IsRunning(int id) => All().Any(process => process.Id == id && process.State != 'Z');

    public static void Signal(int id, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", "--", id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static IEnumerable<(int Id, int Parent, char State)> All()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id))
                continue;
            string stat;
            try
            {
                stat = File.ReadAllText(Path.Combine(folder, "stat"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue; // gone meanwhile
            }

            // The name in brackets may hold anything.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            yield return (id, int.Parse(fields[1], CultureInfo.InvariantCulture), fields[0][0]);
        }
    }
}
