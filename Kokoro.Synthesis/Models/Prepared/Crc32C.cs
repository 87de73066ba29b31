using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kokoro.Synthesis.Models.Prepared;

/// <summary>
/// CRC-32C (Castagnoli) of a file. It finds what a disk or an interrupted write has spoilt, and with the processor's own instruction costs a tenth of what SHA-256 does: it is taken at each
/// start of an engine, of hundreds of megabytes.
/// </summary>
internal static class Crc32C
{
    private const int BlockBytes = 1 << 20;

    /// <returns>Lower-case hex.</returns>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.ModelMissing"/>: the file cannot be read.</exception>
    public static string OfFile(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
            var block = GC.AllocateUninitializedArray<byte>(BlockBytes);
            var crc = uint.MaxValue;
            long at = 0;
            for (int read; (read = RandomAccess.Read(file, block, at)) > 0; at += read)
                crc = Add(crc, block.AsSpan(0, read));
            return (~crc).ToString("x8", CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException(SpeechErrorCode.ModelMissing, $"{Printable.Line(path)} cannot be read ({Printable.Line(e.Message)}); check its permissions", innerException: e);
        }
    }

    /// <summary>Compiled well at once: it is called a few times in a process, each time for a million bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var each in bytes)
            crc = BitOperations.Crc32C(crc, each);
        return crc;
    }
}
