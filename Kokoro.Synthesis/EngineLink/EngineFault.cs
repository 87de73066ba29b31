namespace Kokoro.Synthesis.EngineLink;

/// <summary>A refusal that the child can word itself: a library that is missing, a voice that it does not have.</summary>
internal sealed record EngineFault(SpeechErrorCode Code, string Message)
{
    public ReadOnlyMemory<byte> Encode() => new PayloadWriter().Int32((int)Code).Text(Message).Bytes;

    /// <exception cref="BadFrameException">Not a fault, or one with a code that does not exist.</exception>
    public static EngineFault Decode(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var code = (SpeechErrorCode)reader.Int32();
        if (!Enum.IsDefined(code))
            throw reader.Bad($"the error code {(int)code}, which does not exist");
        var fault = new EngineFault(code, reader.Text());
        reader.End();
        return fault;
    }

    public SpeechException ToException() => new(Code, Message);
}
