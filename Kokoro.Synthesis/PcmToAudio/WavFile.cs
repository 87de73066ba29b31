using System.Buffers;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Synthesis.PcmToAudio;

/// <summary>
/// Writes runs into one WAV file with an exact header. The file is written beside its target under another name and takes
/// the target's place in <see cref="CompleteAsync"/>; disposing without that leaves no trace of it.
/// </summary>
public sealed class WavFile : IAudioSink
{
    private readonly string _path;
    private readonly string _partPath;
    private readonly FileStream _part;
    private long _dataBytes;
    private bool _completed;

    private WavFile(string path, string partPath, FileStream part)
    {
        _path = path;
        _partPath = partPath;
        _part = part;
    }

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: the folder is missing, is not writable, or the path is a folder.</exception>
    public static WavFile Create(string path)
    {
        if (Directory.Exists(path))
            throw Unwritable(path, "it is a folder; give a file name in it");
        try
        {
            var linked = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null;
            var target = Path.GetFullPath(linked ?? path);
            if (IsDevice(path) || IsDevice(target))
                throw Unwritable(path, "it is a device, and taking its place would remove it; write to standard output with -o -");
            if (IsPipe(target))
                throw Unwritable(path, "it is a pipe, and taking its place would remove it; write to standard output with -o -");
            var folder = Path.GetDirectoryName(target)!;
            if (!Directory.Exists(folder))
                throw Unwritable(path, $"the folder {folder} does not exist; create it first");
            var partPath = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.part");
            // Without a buffer nothing is left to be written, and to fail, when it is disposed. The header comes last, into the place that is left for it.
            var part = new FileStream(partPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0) { Position = WavHeader.Length };
            return new WavFile(target, partPath, part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unwritable(path, e.Message, e);
        }
    }

    /// <summary>Appends the run's samples as they are; <see cref="PauseFitter"/> has made its edges click-free.</summary>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: the disk is full, or the WAV format's 4 GiB are.</exception>
    public async Task AppendAsync(PcmRun run, CancellationToken cancellationToken)
    {
        var bytes = run.Samples.Length * Pcm16.BytesPerSample;
        if (_dataBytes + bytes > WavHeader.MostDataBytes)
            throw Unwritable(_path, "a WAV file holds at most 4 GiB (24 hours); split the text");
        var buffer = ArrayPool<byte>.Shared.Rent(bytes);
        try
        {
            Pcm16.Write(run.Samples, buffer);
            await _part.WriteAsync(buffer.AsMemory(0, bytes), cancellationToken).ConfigureAwait(false);
            _dataBytes += bytes;
        }
        catch (IOException e)
        {
            throw Unwritable(_path, e.Message, e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes the header and puts the file in its place, replacing an older one there.</summary>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        try
        {
            _part.Position = 0;
            await _part.WriteAsync(WavHeader.Exact(_dataBytes), cancellationToken).ConfigureAwait(false);
            await _part.DisposeAsync().ConfigureAwait(false);
            File.Move(_partPath, _path, overwrite: true);
            _completed = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(_path, e.Message, e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _part.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            if (!_completed)
                File.Delete(_partPath);
        }
    }

    /// <summary>A rename would put a file where the device was.</summary>
    private static bool IsDevice(string path) => Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>Whether something without places stands there, which a rename would replace with a file.</summary>
    private static bool IsPipe(string target)
    {
        if (!File.Exists(target))
            return false;
        try
        {
            // A pipe that is opened for both waits for nobody.
            using var there = new FileStream(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return !there.CanSeek;
        }
        catch (UnauthorizedAccessException)
        {
            // A file that may not be written may be replaced.
            return false;
        }
    }

    private static SpeechException Unwritable(string path, string why, Exception? cause = null) =>
        new(SpeechErrorCode.OutputUnwritable, $"cannot write {path}: {why}", null, cause);
}
