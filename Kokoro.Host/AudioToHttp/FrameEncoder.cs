using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Kokoro.Actors.Protocol;
using Kokoro.Host.Problems;

namespace Kokoro.Host.AudioToHttp;

/// <summary>The frames of one stream: `u8 type, u32 little-endian length, payload`. docs/http-api.md describes them.</summary>
internal sealed class FrameEncoder : IDisposable
{
    public const byte MetaType = 1;
    public const byte SamplesType = 2;
    public const byte WordsType = 3;
    public const byte EndType = 4;
    public const byte ErrorType = 5;
    public const int HeadLength = 5;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _samples;

    /// <param name="textLength">In UTF-16 code units, as received.</param>
    public static ReadOnlyMemory<byte> Meta(SpeakProtocol.Accepted accepted, int textLength) => Json(MetaType, json =>
    {
        json.WriteStartObject();
        json.WriteString("id", accepted.Id.ToString());
        json.WriteNumber("sample_rate", AudioPiece.SampleRate);
        json.WriteString("voice", accepted.Voice);
        json.WriteString("model", accepted.Model);
        json.WriteNumber("text_length", textLength);
        json.WriteEndObject();
    });

    /// <returns>The words that begin in it, if any, and then its samples.</returns>
    public ReadOnlyMemory<byte> Piece(AudioPiece piece)
    {
        _hash.AppendData(piece.Pcm.Span);
        _samples += piece.Pcm.Length / AudioPiece.BytesPerSample;
        var frames = new ArrayBufferWriter<byte>(piece.Pcm.Length + HeadLength);
        if (!piece.Words.IsEmpty)
            frames.Write(Words(piece.Words).Span);
        Head(frames, SamplesType, piece.Pcm.Length);
        frames.Write(piece.Pcm.Span);
        return frames.WrittenMemory;
    }

    public ReadOnlyMemory<byte> End() => Json(EndType, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("samples", _samples);
        json.WriteString("sha256", Convert.ToHexStringLower(_hash.GetHashAndReset()));
        json.WriteEndObject();
    });

    public void Dispose() => _hash.Dispose();

    public static ReadOnlyMemory<byte> Error(Problem problem)
    {
        var document = problem.ToJson();
        var frame = new ArrayBufferWriter<byte>(document.Length + HeadLength);
        Head(frame, ErrorType, document.Length);
        frame.Write(document);
        return frame.WrittenMemory;
    }

    private static ReadOnlyMemory<byte> Words(ImmutableArray<WordTiming> words) => Json(WordsType, json =>
    {
        json.WriteStartArray();
        foreach (var word in words)
        {
            json.WriteStartObject();
            json.WriteNumber("start", word.Start);
            json.WriteNumber("end", word.End);
            json.WriteNumber("from", Math.Round(word.From, 4));
            json.WriteNumber("to", Math.Round(word.To, 4));
            if (!word.Spoken)
                json.WriteBoolean("spoken", false);
            if (word.Estimated)
                json.WriteBoolean("estimated", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static ReadOnlyMemory<byte> Json(byte type, Action<Utf8JsonWriter> write)
    {
        var payload = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(payload))
            write(json);
        var frame = new ArrayBufferWriter<byte>(payload.WrittenCount + HeadLength);
        Head(frame, type, payload.WrittenCount);
        frame.Write(payload.WrittenSpan);
        return frame.WrittenMemory;
    }

    private static void Head(ArrayBufferWriter<byte> frame, byte type, int length)
    {
        var head = frame.GetSpan(HeadLength);
        head[0] = type;
        BinaryPrimitives.WriteUInt32LittleEndian(head[1..], (uint)length);
        frame.Advance(HeadLength);
    }
}
