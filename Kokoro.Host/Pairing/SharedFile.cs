using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kokoro.Host.Pairing;

/// <summary>
/// A small JSON file that several processes of one user read and change. It is whole at any time, since it is made beside and renamed into place, and it is nobody
/// else's (0600). Reading costs no more than a look at its time stamp while it stays the same.
/// </summary>
internal sealed class SharedFile<T>(string folder, string name, JsonTypeInfo<T> type)
    where T : class
{
    /// <summary>A change takes milliseconds.</summary>
    private static readonly TimeSpan LockWithin = TimeSpan.FromSeconds(5);

    /// <summary>Coarser than what file systems keep.</summary>
    private static readonly TimeSpan TimeStep = TimeSpan.FromMilliseconds(1);

    private readonly string _path = Path.Combine(folder, name);
    private Seen? _seen;

    /// <returns>Null where there is no file.</returns>
    /// <exception cref="PairingException">It is there and cannot be read.</exception>
    public T? Read()
    {
        // The stamp before the content: a file that is replaced in between is read once more.
        var stamp = StampOf(_path);
        if (Volatile.Read(ref _seen) is { } seen && seen.Stamp == stamp)
            return seen.Content;
        var content = ReadFile();
        Volatile.Write(ref _seen, new Seen(stamp, content));
        return content;
    }

    /// <summary>Nobody else changes it meanwhile.</summary>
    /// <param name="change">Given what is there, says what shall be; the same object: nothing is written.</param>
    /// <exception cref="PairingException">It cannot be read, or not be written.</exception>
    public TResult Change<TResult>(Func<T?, (T? Content, TResult Result)> change) => Locked(() =>
    {
        var before = ReadFile();
        var (after, result) = change(before);
        if (after is not null && !ReferenceEquals(before, after))
            Write(after);
        return result;
    });

    /// <summary>Whatever is there, readable or not, gives way.</summary>
    /// <exception cref="PairingException">It cannot be written.</exception>
    public void Replace(T content) => Locked(() =>
    {
        Write(content);
        return content;
    });

    private TResult Locked<TResult>(Func<TResult> act)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var held = Lock();
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PairingException($"{_path} cannot be written ({e.Message.ReplaceLineEndings(" ")}); make room or correct its permissions", e);
        }
    }

    private T? ReadFile()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(_path), type) ?? throw new JsonException("it holds nothing");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new PairingException($"{_path} cannot be read ({e.Message.ReplaceLineEndings(" ")}); correct it, or delete it and pair again", e);
        }
    }

    private void Write(T content)
    {
        var beside = $"{_path}.{Path.GetRandomFileName()}";
        try
        {
            using (var file = new FileStream(beside, Private(FileMode.CreateNew)))
            {
                JsonSerializer.Serialize(file, content, type);
                file.Flush(flushToDisk: true);
            }

            // Two changes within one tick of the file system's clock must not look like one.
            var last = File.GetLastWriteTimeUtc(_path);
            if (File.GetLastWriteTimeUtc(beside) <= last)
                File.SetLastWriteTimeUtc(beside, last + TimeStep);
            File.Move(beside, _path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>The file of the lock stays; a process that ends lets go of it.</summary>
    private FileStream Lock()
    {
        FileStream? held = null;
        IOException? why = null;
        SpinWait.SpinUntil(() => (held = TryLock(ref why)) is not null, LockWithin);
        return held ?? throw new PairingException(
            $"{_path}.lock cannot be held ({why?.Message.ReplaceLineEndings(" ")}); end the program that holds it, or correct the permissions of its folder", why);
    }

    private FileStream? TryLock(ref IOException? why)
    {
        try
        {
            return new FileStream($"{_path}.lock", Private(FileMode.OpenOrCreate));
        }
        catch (IOException e)
        {
            why = e;
            return null;
        }
    }

    private static FileStreamOptions Private(FileMode mode) => new()
    {
        Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    };

    private static (DateTime Written, long Length) StampOf(string path)
    {
        var file = new FileInfo(path);
        return (file.LastWriteTimeUtc, file.Exists ? file.Length : 0);
    }

    private sealed record Seen((DateTime Written, long Length) Stamp, T? Content);
}
