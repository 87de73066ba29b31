namespace Kokoro.Synthesis.Models.Store;

/// <summary>Files that one command at a time has open. The lock goes with the process that has it, however that ends.</summary>
internal static class StoreLock
{
    /// <param name="path">Made where it is missing.</param>
    /// <param name="taken">What is said when another has it.</param>
    /// <returns>Disposing it gives it back.</returns>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: another has it.</exception>
    /// <exception cref="IOException">It cannot be made; as is <see cref="UnauthorizedAccessException"/>.</exception>
    public static IDisposable Take(string path, FileOptions options, string taken)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new SpeechException(SpeechErrorCode.OutputUnwritable, taken, innerException: e);
        }
    }
}
