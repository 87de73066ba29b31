using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Tests.EngineLink;

public sealed class FrameStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(FrameHeader.MostPayload)]
    public async Task Frame_comes_back_as_it_was_written(int length)
    {
        var payload = new byte[length];
        Array.Fill(payload, (byte)0xA5);
        using var memory = new MemoryStream();
        using var frames = new FrameStream(memory);
        await frames.WriteAsync(FrameKind.Answer, payload, CancellationToken.None);
        frames.Write(FrameKind.Cancel, [1, 2, 3, 4]);
        memory.Position = 0;
        var first = await frames.ReadAsync(CancellationToken.None);
        Assert.True(first is { Kind: FrameKind.Answer } && first.Value.Payload.Span.SequenceEqual(payload));
        Assert.Equal([1, 2, 3, 4], frames.Read()!.Value.Payload.ToArray());
        Assert.Null(frames.Read());
        Assert.Null(await frames.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public void Payload_over_the_limit_is_not_written()
    {
        using var frames = new FrameStream(new MemoryStream());
        Assert.Throws<ArgumentOutOfRangeException>(() => frames.Write(FrameKind.Answer, new byte[FrameHeader.MostPayload + 1]));
    }

    [Theory]
    [InlineData("01000004 04 FF", "more than the")] // 16 MB and one byte
    [InlineData("00000000 00", "unknown kind 0")]
    [InlineData("00000000 07", "unknown kind 7")]
    [InlineData("000000", "inside its header")]
    [InlineData("05000000 04 AABB", "ends after 2; it starts with AABB")]
    [InlineData("6C6F6164696E67", "it starts with 6C6F616469")] // "loading"
    public async Task Bytes_that_are_no_frame_are_told_in_hex(string hex, string message)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        using var frames = new FrameStream(new MemoryStream(bytes));
        Assert.Contains(message, (await Assert.ThrowsAsync<BadFrameException>(async () => await frames.ReadAsync(CancellationToken.None))).Message);
        using var blocking = new FrameStream(new MemoryStream(bytes));
        Assert.Contains(message, Assert.Throws<BadFrameException>(() => blocking.Read()).Message);
    }

    [Fact]
    public void Hex_of_a_long_payload_is_cut_short() =>
        Assert.InRange(new BadFrameException("long", new byte[100_000]).Message.Length, 0, 200);
}
