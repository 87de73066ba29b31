namespace Kokoro.Synthesis.EngineLink;

/// <summary>
/// Reads and writes whole frames. One reader and one writer at a time; the two do not disturb each other. The parent uses the
/// asynchronous half; the child, which has a thread for each direction, the blocking one.
/// </summary>
internal sealed class FrameStream(Stream stream) : IDisposable
{
    /// <returns>Null when the other side closed the stream between two frames.</returns>
    /// <exception cref="BadFrameException">Bytes that are no frame, or a frame that ends too early.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public async ValueTask<Frame?> ReadAsync(CancellationToken cancellationToken)
    {
        var header = new byte[FrameHeader.Size];
        var got = await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (!IsWhole(header, got))
            return null;
        var (kind, length) = FrameHeader.Read(header);
        var payload = new byte[length];
        got = await stream.ReadAtLeastAsync(payload, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return Complete(kind, payload, got);
    }

    /// <inheritdoc cref="ReadAsync"/>
    public Frame? Read()
    {
        Span<byte> header = stackalloc byte[FrameHeader.Size];
        var got = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (!IsWhole(header, got))
            return null;
        var (kind, length) = FrameHeader.Read(header);
        var payload = new byte[length];
        got = stream.ReadAtLeast(payload, length, throwOnEndOfStream: false);
        return Complete(kind, payload, got);
    }

    public ValueTask WriteAsync(FrameKind kind, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        stream.WriteAsync(Bytes(kind, payload.Span), cancellationToken);

    public void Write(FrameKind kind, ReadOnlySpan<byte> payload) => stream.Write(Bytes(kind, payload));

    public void Dispose() => stream.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> header, int got)
    {
        if (got is > 0 and < FrameHeader.Size)
            throw new BadFrameException("a frame that ends inside its header", header[..got]);
        return got > 0;
    }

    private static Frame Complete(FrameKind kind, byte[] payload, int got) =>
        got == payload.Length
            ? new Frame(kind, payload)
            : throw new BadFrameException($"a frame of {payload.Length} bytes that ends after {got}", payload.AsSpan(0, got));

    private static byte[] Bytes(FrameKind kind, ReadOnlySpan<byte> payload)
    {
        var bytes = new byte[FrameHeader.Size + payload.Length];
        FrameHeader.Write(bytes, kind, payload.Length);
        payload.CopyTo(bytes.AsSpan(FrameHeader.Size));
        return bytes;
    }
}
