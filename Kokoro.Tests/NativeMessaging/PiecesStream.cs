namespace Kokoro.Tests.NativeMessaging;

/// <summary>Gives what it has in pieces, one for each read, as a pipe may.</summary>
internal sealed class PiecesStream(params byte[][] pieces) : MemoryStream
{
    private readonly Queue<byte[]> _pieces = new(pieces.Where(piece => piece.Length > 0));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_pieces.TryDequeue(out var piece))
            return ValueTask.FromResult(0);
        Assert.True(piece.Length <= buffer.Length, "a piece is larger than what is read at once");
        piece.CopyTo(buffer);
        return ValueTask.FromResult(piece.Length);
    }
}
