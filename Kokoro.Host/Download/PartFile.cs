using System.Security.Cryptography;
using Kokoro.Synthesis;

namespace Kokoro.Host.Download;

/// <summary>
/// A file on its way: what has come so far, hashed as it comes. It outlives the process, so that another one can go on where this one ended, and is open in one process
/// at a time.
/// </summary>
internal sealed class PartFile : IAsyncDisposable
{
    private const int BlockBytes = 1 << 17;

    private readonly FileStream _file;
    private IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private PartFile(FileStream file) => _file = file;

    public string Path => _file.Name;

    /// <summary>Bytes that have come.</summary>
    public long Length { get; private set; }

    /// <summary>Opens or makes it, and hashes what is there already.</summary>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: another process has it open, or it cannot be written.</exception>
    public static async Task<PartFile> OpenAsync(string path, string name, CancellationToken cancellationToken)
    {
        FileStream file;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, BlockBytes, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why = File.Exists(path) && e is IOException ? "is being fetched by another process just now; wait for it" : $"cannot be kept ({Printable.Line(e.Message)}); make room or correct the permissions";
            throw new SpeechException(SpeechErrorCode.OutputUnwritable, $"{name} {why}", innerException: e);
        }

        var part = new PartFile(file);
        var block = new byte[BlockBytes];
        for (int read; (read = await file.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0; part.Length += read)
            part._hash.AppendData(block.AsSpan(0, read));
        return part;
    }

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: the disk is full. What was written before stays.</exception>
    public async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await RandomAccess.WriteAsync(_file.SafeFileHandle, bytes, Length, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ArgumentOutOfRangeException) // the latter is what .NET makes of a file that may not grow so large
        {
            throw new SpeechException(
                SpeechErrorCode.OutputUnwritable,
                $"{Printable.Line(Path)} cannot be written after {Length} bytes ({Printable.Message(e)}); make room and run the same command again, which goes on from there",
                innerException: e);
        }

        _hash.AppendData(bytes.Span);
        Length += bytes.Length;
    }

    /// <summary>Forgets what came.</summary>
    public void Restart()
    {
        _file.SetLength(0);
        _file.Position = 0;
        _hash.Dispose();
        _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Length = 0;
    }

    /// <summary>Everything is on the disk after this.</summary>
    /// <returns>SHA-256 as lower-case hex.</returns>
    public string Complete()
    {
        RandomAccess.FlushToDisk(_file.SafeFileHandle);
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    public async ValueTask DisposeAsync()
    {
        _hash.Dispose();
        await _file.DisposeAsync().ConfigureAwait(false);
    }
}
