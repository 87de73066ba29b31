using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Kokoro.Synthesis.EngineLink;

/// <summary>Takes a payload apart. Nothing in it is believed: every length is checked before it is used.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private readonly ReadOnlySpan<byte> _payload = payload;
    private ReadOnlySpan<byte> _rest = payload;

    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <exception cref="BadFrameException">The payload ends before it; so for every method here.</exception>
    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public ReadOnlySpan<byte> Raw(int length) => Take(length);

    public int Int32() => unchecked((int)UInt32());

    public string Text() => Encoding.UTF8.GetString(Take(Int32()));

    public ImmutableArray<string> Texts()
    {
        var texts = ImmutableArray.CreateBuilder<string>(Count(sizeof(int)));
        while (texts.Count < texts.Capacity)
            texts.Add(Text());
        return texts.MoveToImmutable();
    }

    /// <summary>A count of items, each of at least <paramref name="leastSize"/> bytes, so that a lie cannot make us reserve memory.</summary>
    public int Count(int leastSize)
    {
        var count = Int32();
        if (count < 0 || count > _rest.Length / leastSize)
            throw Bad($"{count} items in {_rest.Length} bytes");
        return count;
    }

    public readonly void End()
    {
        if (!_rest.IsEmpty)
            throw Bad($"{_rest.Length} bytes too many");
    }

    public readonly BadFrameException Bad(string problem) => new($"a payload with {problem}", _payload);

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > _rest.Length)
            throw Bad($"{length} bytes wanted and {_rest.Length} there");
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
