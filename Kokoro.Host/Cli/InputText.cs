using System.Text;
using Kokoro.Synthesis;

namespace Kokoro.Host.Cli;

/// <summary>Where the text of a command comes from: its arguments, a file, or standard input.</summary>
internal static class InputText
{
    /// <summary>
    /// ONNX Runtime 1.30 reads the command line of its process when it is loaded, and ends the process when that has more than 32 KiB.
    /// </summary>
    private const int MostArgumentBytes = 30_000;

    /// <summary>Reads the text. A byte order mark chooses the encoding, UTF-8 is the default; broken bytes become U+FFFD, which is not spoken.</summary>
    /// <param name="words">The arguments, joined by spaces as a shell would echo them.</param>
    /// <param name="file">A path, or null; it is not looked at where there are words.</param>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.TextEmpty"/>: no text, no file, and standard input is a terminal.
    /// <see cref="SpeechErrorCode.InputUnreadable"/>: too long for a command line, or the file or standard input cannot be read.
    /// </exception>
    public static async Task<string> ReadAsync(string[] words, string? file, CancellationToken cancellationToken)
    {
        if (words.Length > 0)
            return Joined(words);
        if (file is null && !Console.IsInputRedirected)
            throw new SpeechException(SpeechErrorCode.TextEmpty, "there is no text; give it as an argument, with --file, or through a pipe");
        try
        {
            using var stream = file is null ? Console.OpenStandardInput() : File.OpenRead(file);
            using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var source = file is null ? "standard input" : Directory.Exists(file) ? $"{file}, which is a folder" : file;
            throw new SpeechException(SpeechErrorCode.InputUnreadable, $"cannot read {source}: {e.Message}", null, e);
        }
    }

    private static string Joined(string[] words)
    {
        var text = string.Join(' ', words);
        var bytes = Encoding.UTF8.GetByteCount(text);
        return bytes <= MostArgumentBytes
            ? text
            : throw new SpeechException(
                SpeechErrorCode.InputUnreadable,
                $"the text has {bytes:N0} bytes, and a command line takes {MostArgumentBytes:N0}; give it with --file or through a pipe");
    }
}
