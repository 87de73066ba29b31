using System.Globalization;

namespace Kokoro.Host.NativeMessaging;

/// <summary>Which program listens on a port of this machine, as Linux tells it in /proc.</summary>
internal static class PortOwner
{
    private const string Listens = "0A";

    /// <returns>Its name and process, or null where that cannot be known: another system, or another user's program.</returns>
    public static string? Of(int port)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var sockets = Sockets(port).ToHashSet(StringComparer.Ordinal);
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out var id) && HoldsAny(process, sockets))
                return $"{NameOf(process)} (process {id})";
        }

        return null;
    }

    /// <summary>As links among a process's files name them.</summary>
    private static IEnumerable<string> Sockets(int port)
    {
        var suffix = $":{port:X4}";
        foreach (var table in (string[])["/proc/net/tcp", "/proc/net/tcp6"])
        {
            if (!File.Exists(table))
                continue;
            foreach (var line in File.ReadLines(table).Skip(1))
            {
                // sl, local address, remote address, state, queues, timer, retransmits, user, timeout, inode
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (fields.Length > 9 && fields[3] == Listens && fields[1].EndsWith(suffix, StringComparison.Ordinal))
                    yield return $"socket:[{fields[9]}]";
            }
        }
    }

    private static bool HoldsAny(string process, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(Path.Combine(process, "fd")).Any(file => new FileInfo(file).LinkTarget is { } target && sockets.Contains(target));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // gone meanwhile, or another user's
        }
    }

    private static string NameOf(string process)
    {
        try
        {
            return Synthesis.Printable.Excerpt(File.ReadAllText(Path.Combine(process, "comm")).Trim());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "a program"; // gone meanwhile
        }
    }
}
