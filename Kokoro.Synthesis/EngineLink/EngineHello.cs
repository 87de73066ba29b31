using System.Collections.Immutable;

namespace Kokoro.Synthesis.EngineLink;

/// <summary>The first frame of a child that is ready: what it is and what it runs.</summary>
/// <param name="Software">The native library inside with its version, for showing ("espeak-ng 1.51").</param>
/// <param name="ModelHash">SHA-256 of the model as hex; empty where there is no model.</param>
/// <param name="Providers">The execution providers in use; empty where there is no model.</param>
/// <param name="Threads">Threads a run may use; 0 where there is no model.</param>
internal sealed record EngineHello(EngineKind Kind, string Software, string ModelHash, ImmutableArray<string> Providers, int Threads)
{
    /// <summary>What people call the model; empty where there is none.</summary>
    public string Model { get; init; } = "";

    /// <summary>The two sides are always built together; this catches a half-replaced installation.</summary>
    public const uint Version = 2;

    /// <summary>"KOKO", read little-endian: tells a child of ours from a stranger that found the socket.</summary>
    private const uint Magic = 0x4F4B_4F4B;

    public ReadOnlyMemory<byte> Encode() => new PayloadWriter()
        .UInt32(Magic).UInt32(Version).Int32((int)Kind).Text(Software).Text(ModelHash).Texts(Providers).Int32(Threads).Text(Model).Bytes;

    /// <exception cref="BadFrameException">Not a hello, or one of another version or kind.</exception>
    public static EngineHello Decode(ReadOnlySpan<byte> payload, EngineKind expected)
    {
        var reader = new PayloadReader(payload);
        if (reader.UInt32() != Magic)
            throw reader.Bad("the wrong magic");
        var version = reader.UInt32();
        if (version != Version)
            throw reader.Bad($"protocol version {version} where this program speaks {Version}");
        var kind = (EngineKind)reader.Int32();
        if (kind != expected)
            throw reader.Bad($"the kind {(int)kind} where {expected} was asked for");
        var hello = new EngineHello(kind, reader.Text(), reader.Text(), reader.Texts(), reader.Int32()) { Model = reader.Text() };
        reader.End();
        return hello;
    }
}
