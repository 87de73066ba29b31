using Kokoro.Host.NativeMessaging;

namespace Kokoro.Tests.NativeMessaging;

public sealed class MessageWriterTests
{
    [Fact]
    public async Task A_message_follows_its_length()
    {
        using var output = new MemoryStream();

        await new MessageWriter(output).WriteAsync("{}"u8.ToArray(), CancellationToken.None);

        Assert.Equal([2, 0, 0, 0, (byte)'{', (byte)'}'], output.ToArray());
    }

    [Fact]
    public async Task The_longest_message_of_a_browser_is_sent()
    {
        using var output = new MemoryStream();

        await new MessageWriter(output).WriteAsync(new byte[1_048_576], CancellationToken.None);

        Assert.Equal(4 + 1_048_576, output.Length);
        Assert.Equal([0, 0, 16, 0], output.ToArray()[..4]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_048_577)]
    public async Task A_message_that_a_browser_does_not_take_is_not_begun(int length)
    {
        using var output = new MemoryStream();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new MessageWriter(output).WriteAsync(new byte[length], CancellationToken.None));

        Assert.Equal(0, output.Length);
    }
}
