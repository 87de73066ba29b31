using System.Buffers.Binary;

namespace Kokoro.Host.NativeMessaging;

/// <summary>Frames as a browser takes them: see <see cref="MessageReader"/>.</summary>
internal sealed class MessageWriter(Stream output)
{
    /// <summary>A browser ends a host that sends more.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <param name="message">JSON in UTF-8.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is empty, or longer than <see cref="MostBytes"/>.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(message.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Length, MostBytes);

        // In one piece: nothing can come between a length and its message.
        var frame = new byte[sizeof(uint) + message.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)message.Length);
        message.CopyTo(frame.AsMemory(sizeof(uint)));
        await output.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
