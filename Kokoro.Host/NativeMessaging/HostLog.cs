using System.Globalization;
using System.Text;
using Kokoro.Synthesis;

namespace Kokoro.Host.NativeMessaging;

/// <summary>Lines in a file, since browsers throw away what a host says on standard error. Never more than two files of <see cref="MostBytes"/>.</summary>
internal sealed class HostLog(string path, TimeProvider time)
{
    public const long MostBytes = 256 * 1024;

    /// <summary>Of one line, so that a line cannot be what makes the file too long.</summary>
    private const int MostCharacters = 2000;

    public async Task WriteAsync(string message)
    {
        var whole = message.ReplaceLineEndings(" ");
        var line = Printable.Line(whole.Length <= MostCharacters ? whole : whole[..MostCharacters] + "…");
        var entry = string.Create(CultureInfo.InvariantCulture, $"{time.GetLocalNow():yyyy-MM-dd HH:mm:ss.fff} {Environment.ProcessId} {line}\n");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Rotate(path, MostBytes);

            // Two hosts may write at the same time; each entry is one write at the end of the file.
            await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            await file.WriteAsync(Encoding.UTF8.GetBytes(entry)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteAsync($"{path} cannot be written ({Printable.Message(e)}): {entry}").ConfigureAwait(false);
        }
    }

    /// <summary>A file that is full becomes the old one, which is then gone.</summary>
    public static void Rotate(string path, long mostBytes)
    {
        var file = new FileInfo(path);
        if (file.Exists && file.Length >= mostBytes)
            file.MoveTo($"{path}.1", overwrite: true);
    }
}
