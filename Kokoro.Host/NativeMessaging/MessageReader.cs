using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;

namespace Kokoro.Host.NativeMessaging;

/// <summary>
/// Frames as a browser sends them: a length of four bytes, little-endian, and so many bytes of JSON in UTF-8. Memory is taken for what has come, not for what a
/// length promises.
/// </summary>
internal sealed class MessageReader(Stream input)
{
    /// <summary>No browser sends more.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private const int HeaderBytes = sizeof(uint);

    private readonly PipeReader _input = PipeReader.Create(input);

    /// <returns>One message; null at the end of the input.</returns>
    /// <exception cref="BadMessageException">A length of 0 or above <see cref="MostBytes"/>, or an end in the middle of a frame.</exception>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await _input.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = read.Buffer;
            if (buffer.IsEmpty && read.IsCompleted)
                return null;
            if (LengthOf(buffer) is { } length && buffer.Length >= HeaderBytes + length)
            {
                var message = buffer.Slice(HeaderBytes, length).ToArray();
                _input.AdvanceTo(buffer.GetPosition(HeaderBytes + length));
                return message;
            }

            if (read.IsCompleted)
                throw new BadMessageException($"the input ended inside of a message, after {buffer.Length} bytes: {HexDump.Of(buffer)}");
            _input.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <returns>Null while too little of it is there.</returns>
    private static long? LengthOf(ReadOnlySequence<byte> buffer)
    {
        if (buffer.Length < HeaderBytes)
            return null;
        Span<byte> header = stackalloc byte[HeaderBytes];
        buffer.Slice(0, HeaderBytes).CopyTo(header);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        return length is > 0 and <= MostBytes
            ? length
            : throw new BadMessageException($"a message of {length} bytes cannot be, only 1 to {MostBytes}: {HexDump.Of(buffer)}");
    }
}
