using System.Globalization;
using System.Security.Cryptography;

namespace Kokoro.Synthesis.EngineLink;

/// <summary>
/// The 0700 folder in which this program's engines find their sockets. Its name carries the process id and it holds a
/// locked file; a folder whose process is gone and whose lock is free is what a dead program left, and is removed.
/// </summary>
internal sealed class SocketFolder : IDisposable
{
    /// <summary>The kernel's limit is 108 bytes on Linux and 104 on macOS, ending zero included.</summary>
    public const int LongestPath = 100;

    private const string Prefix = "kokoro-";
    private const string LockName = "lock";

    /// <summary>`/kokoro-4194304-0123456789ab/e99999`, the longest that is appended to the parent folder.</summary>
    private const int LongestSuffix = 36;

    private readonly FileStream _lock;
    private int _sockets;

    private SocketFolder(string path, FileStream heldLock)
    {
        FullPath = path;
        _lock = heldLock;
    }

    public string FullPath { get; }

    public static SocketFolder Create() => CreateUnder(Parent(Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR"), Path.GetTempPath(), Directory.Exists));

    /// <param name="parent">An existing folder.</param>
    internal static SocketFolder CreateUnder(string parent)
    {
        RemoveStale(parent);
        var name = $"{Prefix}{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
        var path = Path.Combine(parent, name);
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new(path, TakeLock(path));
    }

    /// <summary>The user's runtime folder where there is one, else the temp folder, else `/tmp`: the first that leaves room for a socket's name.</summary>
    internal static string Parent(string? runtimeFolder, string tempFolder, Func<string, bool> exists)
    {
        if (runtimeFolder is { Length: > 0 } && IsShort(runtimeFolder) && exists(runtimeFolder))
            return runtimeFolder;
        return IsShort(tempFolder) ? tempFolder : "/tmp";

        static bool IsShort(string folder) => System.Text.Encoding.UTF8.GetByteCount(folder) + LongestSuffix < LongestPath;
    }

    /// <summary>A path that no socket has had yet.</summary>
    public string NextSocketPath() =>
        Path.Combine(FullPath, string.Create(CultureInfo.InvariantCulture, $"e{Interlocked.Increment(ref _sockets)}"));

    public void Dispose()
    {
        _lock.Dispose();
        Remove(FullPath);
    }

    private static void RemoveStale(string parent)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            if (IsOfDeadProcess(Path.GetFileName(folder)) && IsUnlocked(folder))
                Remove(folder);
        }
    }

    private static bool IsOfDeadProcess(string name)
    {
        var rest = name.AsSpan(Prefix.Length);
        var dash = rest.IndexOf('-');
        return dash > 0 && int.TryParse(rest[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && !IsAlive(id);
    }

    private static bool IsAlive(int processId)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>False where the lock is held: by a live program of another container, whose process id means nothing here.</summary>
    private static bool IsUnlocked(string folder)
    {
        try
        {
            using var taken = TakeLock(folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // held, or another user's folder: not ours to remove
        }
    }

    private static FileStream TakeLock(string folder) =>
        new(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another program that starts at the same time removed it first, or the disk refuses: the next start tries again.
        }
    }
}
