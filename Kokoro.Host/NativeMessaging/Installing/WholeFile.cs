using System.Text;

namespace Kokoro.Host.NativeMessaging.Installing;

/// <summary>Writes files that are whole at any moment: a browser may read one just now.</summary>
internal static class WholeFile
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <param name="isExecutable">0755 instead of 0644.</param>
    /// <exception cref="IOException">It cannot be written; what was there before is still there.</exception>
    public static void Write(string path, string content, bool isExecutable = false)
    {
        var beside = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllText(beside, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(beside, isExecutable ? Executable : Readable);
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
