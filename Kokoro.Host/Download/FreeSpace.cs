using Kokoro.Synthesis;

namespace Kokoro.Host.Download;

/// <summary>Asks for room before bytes are fetched that would have none.</summary>
internal static class FreeSpace
{
    /// <summary>What is left to everything else.</summary>
    private const long Reserve = 64L << 20;

    /// <param name="path">Where the bytes are to go.</param>
    /// <param name="bytes">Null: nobody knows.</param>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: fewer are free.</exception>
    public static void Require(string path, string name, long? bytes)
    {
        var free = new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace;
        if (bytes is { } needed && needed + Reserve > free)
        {
            throw new SpeechException(
                SpeechErrorCode.OutputUnwritable,
                $"{name} needs {Megabytes(needed)} MB and {Megabytes(Reserve)} MB to spare in {Printable.Line(Path.GetDirectoryName(path)!)}, where {Megabytes(free)} MB are free; make room, or choose another place with KOKORO_HOME");
        }
    }

    private static long Megabytes(long bytes) => (bytes + 999_999) / 1_000_000;
}
