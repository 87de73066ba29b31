using System.Text;
using Kokoro.Host.NativeMessaging;

namespace Kokoro.Tests.NativeMessaging;

public sealed class MessageReaderTests
{
    private static readonly byte[] Two = [.. MessageFrames.Of("""{"type":"start"}"""), .. MessageFrames.Of("""{"type":"ä"}""")];

    [Fact]
    public async Task Messages_split_at_any_byte_are_read_whole()
    {
        for (var at = 0; at <= Two.Length; at++)
        {
            var reader = new MessageReader(new PiecesStream(Two[..at], Two[at..]));

            Assert.Equal("""{"type":"start"}""", Text(await reader.ReadAsync(CancellationToken.None)));
            Assert.Equal("""{"type":"ä"}""", Text(await reader.ReadAsync(CancellationToken.None)));
            Assert.Null(await reader.ReadAsync(CancellationToken.None));
        }
    }

    [Fact]
    public async Task Messages_that_come_byte_by_byte_are_read_whole()
    {
        var reader = new MessageReader(new PiecesStream([.. Two.Select(each => new[] { each })]));

        Assert.Equal("""{"type":"start"}""", Text(await reader.ReadAsync(CancellationToken.None)));
        Assert.Equal("""{"type":"ä"}""", Text(await reader.ReadAsync(CancellationToken.None)));
        Assert.Null(await reader.ReadAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(0, "00 00 00 00 7b 7d |....{}|")]
    [InlineData((64 * 1024 * 1024) + 1, "01 00 00 04 7b 7d |....{}|")]
    [InlineData(uint.MaxValue, "ff ff ff ff 7b 7d |....{}|")]
    public async Task A_length_that_cannot_be_is_refused_with_the_bytes(uint length, string dump)
    {
        var reader = new MessageReader(new MemoryStream([.. MessageFrames.Header(length), (byte)'{', (byte)'}']));

        var refusal = await Assert.ThrowsAsync<BadMessageException>(() => reader.ReadAsync(CancellationToken.None));

        Assert.Equal($"a message of {length} bytes cannot be, only 1 to 67108864: {dump}", refusal.Message);
    }

    [Fact]
    public async Task An_end_inside_of_a_message_is_refused_wherever_it_comes()
    {
        var frame = MessageFrames.Of("""{"type":"start"}""");
        for (var length = 1; length < frame.Length; length++)
        {
            var reader = new MessageReader(new MemoryStream(frame[..length]));

            var refusal = await Assert.ThrowsAsync<BadMessageException>(() => reader.ReadAsync(CancellationToken.None));

            Assert.StartsWith($"the input ended inside of a message, after {length} bytes: 10", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_dump_has_64_bytes_at_most()
    {
        var reader = new MessageReader(new MemoryStream([.. MessageFrames.Header(1000), .. Enumerable.Repeat((byte)'a', 500)]));

        var refusal = await Assert.ThrowsAsync<BadMessageException>(() => reader.ReadAsync(CancellationToken.None));

        Assert.EndsWith($"e8 03 00 00{string.Concat(Enumerable.Repeat(" 61", 60))} |....{new string('a', 60)}|", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_message_is_waited_for_without_memory_for_it()
    {
        var reader = new MessageReader(new PiecesStream(MessageFrames.Header(MessageReader.MostBytes), "{"u8.ToArray()));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = await Assert.ThrowsAsync<BadMessageException>(() => reader.ReadAsync(CancellationToken.None));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.StartsWith("the input ended inside of a message, after 5 bytes", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 1024 * 1024);
    }

    [Fact]
    public async Task A_message_longer_than_what_is_read_at_once_is_read_whole()
    {
        var json = $$"""{"type":"{{new string('x', 100_000)}}"}""";

        Assert.Equal(json, Text(await new MessageReader(new MemoryStream(MessageFrames.Of(json))).ReadAsync(CancellationToken.None)));
    }

    private static string? Text(byte[]? message) => message is null ? null : Encoding.UTF8.GetString(message);
}
