namespace Kokoro.Bench.Standin;

/// <summary>Writes beside and renames, so that nobody ever reads half a file, and what was begun does not stay.</summary>
internal static class NewFile
{
    /// <param name="length">Reserved on the disk before the first byte, so that a full one is noticed at once.</param>
    /// <exception cref="IOException">The disk is full, or the file is there already.</exception>
    /// <exception cref="UnauthorizedAccessException">Its folder must not be written to.</exception>
    public static async Task WriteAsync(string path, long length, Func<Stream, Task> write)
    {
        var beside = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            PreallocationSize = length,
            Options = FileOptions.Asynchronous,
        };
        try
        {
            var stream = new FileStream(beside, options);
            await using (stream.ConfigureAwait(false))
                await write(stream).ConfigureAwait(false);
            File.Move(beside, path);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
