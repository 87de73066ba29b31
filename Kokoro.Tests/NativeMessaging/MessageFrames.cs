using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Kokoro.Tests.NativeMessaging;

/// <summary>Frames as a browser has them, made and read without the code that is tested.</summary>
internal static class MessageFrames
{
    public static byte[] Of(string json)
    {
        var text = Encoding.UTF8.GetBytes(json);
        return [.. Header((uint)text.Length), .. text];
    }

    public static byte[] Header(uint length)
    {
        var header = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(header, length);
        return header;
    }

    /// <summary>All of it must be frames, and each of them one JSON object.</summary>
    public static IReadOnlyList<JsonElement> Parse(byte[] output)
    {
        List<JsonElement> messages = [];
        for (var at = 0; at < output.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(output.AsSpan(at, 4));
            using var document = JsonDocument.Parse(output.AsMemory(at + 4, length));
            messages.Add(document.RootElement.Clone());
            at += 4 + length;
        }

        return messages;
    }
}
