using System.Buffers;
using Kokoro.Actors.Settings;
using Kokoro.Host.Problems;

namespace Kokoro.Host.AudioToHttp;

/// <summary>The bytes of one whole reply, in blocks from a pool that are counted against the budget of all.</summary>
internal sealed class PooledAudio(ReplyBudget budget, HttpSettings settings) : IDisposable
{
    /// <summary>5.5 s of audio: little is wasted on a short reply, and a long one has few blocks.</summary>
    private const int BlockBytes = 256 * 1024;

    private readonly List<byte[]> _blocks = [];
    private int _inLast;

    public long Length { get; private set; }

    /// <exception cref="RequestException">413: larger than one may be; 503: all replies together are.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > settings.MostReplyBytes)
            throw new RequestException(413, "reply_too_large", "the audio is larger than one reply may be; ask for a stream with \"stream\": true");
        while (!bytes.IsEmpty)
        {
            if (_blocks.Count == 0 || _inLast == BlockBytes)
                AddBlock();
            var part = bytes[..Math.Min(bytes.Length, BlockBytes - _inLast)];
            part.CopyTo(_blocks[^1].AsSpan(_inLast));
            _inLast += part.Length;
            Length += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    public IEnumerable<ReadOnlyMemory<byte>> Blocks() =>
        _blocks.Select((block, i) => new ReadOnlyMemory<byte>(block, 0, i == _blocks.Count - 1 ? _inLast : BlockBytes));

    public void Dispose()
    {
        foreach (var block in _blocks)
            ArrayPool<byte>.Shared.Return(block);
        budget.Return((long)_blocks.Count * BlockBytes);
        _blocks.Clear();
    }

    private void AddBlock()
    {
        if (!budget.TryTake(BlockBytes))
        {
            throw new RequestException(new Problem(
                503, "reply_budget", "too many whole replies are being put together; try again, or ask for a stream with \"stream\": true", RetryAfter: TimeSpan.FromSeconds(1)));
        }

        _blocks.Add(ArrayPool<byte>.Shared.Rent(BlockBytes));
        _inLast = 0;
    }
}
