using System.Globalization;
using System.Security.Cryptography;

namespace Kokoro.Synthesis.EngineLink;

/// <summary>
/// The 0700 folder in which this program's engines find their sockets. Its name carries the process id and it holds a
/// locked file; a folder whose process is gone and whose lock is free is what a dead program left, and is removed. Where
/// somebody cleans it away, as is done with temp folders, it is made again for the next engine.
/// </summary>
internal sealed class SocketFolder : IDisposable
{
    /// <summary>The kernel's limit is 108 bytes on Linux and 104 on macOS, ending zero included.</summary>
    public const int LongestPath = 100;

    private const string Prefix = "kokoro-";
    private const string LockName = "lock";

    /// <summary>`/kokoro-4194304-0123456789ab/e99999`, the longest that is appended to the parent folder.</summary>
    private const int LongestSuffix = 36;

    private readonly Lock _making = new();
    private FileStream _lock;
    private int _sockets;

    private SocketFolder(string path)
    {
        FullPath = path;
        _lock = Make(path);
    }

    public string FullPath { get; }

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: in none of the places for it can it be made.</exception>
    public static SocketFolder Create() => CreateUnder(Parents(Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR"), Path.GetTempPath()));

    /// <param name="parents">Folders; the first in which it can be made has it.</param>
    /// <inheritdoc cref="Create" path="/exception"/>
    internal static SocketFolder CreateUnder(params IReadOnlyList<string> parents)
    {
        Exception? refusal = null;
        foreach (var parent in parents)
        {
            try
            {
                RemoveStale(parent);
                return new(Path.Combine(parent, $"{Prefix}{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(12, lowercase: true)}"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                refusal = e; // gone, or another user's, as the runtime folder is after `su`
            }
        }

        throw new SpeechException(
            SpeechErrorCode.OutputUnwritable, $"there is no folder for the sockets of engines ({Printable.Message(refusal!)}); make room or correct the permissions of {Printable.Line(parents[^1])}", innerException: refusal);
    }

    /// <summary>The user's runtime folder where one is named, the temp folder, `/tmp`: those that leave room for a socket's name.</summary>
    internal static IReadOnlyList<string> Parents(string? runtimeFolder, string tempFolder)
    {
        return [.. new[] { runtimeFolder, tempFolder, "/tmp" }.Where(folder => folder is { Length: > 0 } && IsShort(folder))!];

        static bool IsShort(string folder) => System.Text.Encoding.UTF8.GetByteCount(folder) + LongestSuffix < LongestPath;
    }

    /// <summary>A path that no socket has had yet, in a folder that is there.</summary>
    /// <exception cref="IOException">It is gone and cannot be made again; as is <see cref="UnauthorizedAccessException"/>.</exception>
    public string NextSocketPath()
    {
        lock (_making)
        {
            if (!File.Exists(Path.Combine(FullPath, LockName)))
            {
                var made = Make(FullPath);
                _lock.Dispose();
                _lock = made;
            }

            return Path.Combine(FullPath, string.Create(CultureInfo.InvariantCulture, $"e{++_sockets}"));
        }
    }

    public void Dispose()
    {
        _lock.Dispose();
        Remove(FullPath);
    }

    private static FileStream Make(string path)
    {
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return TakeLock(path);
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
