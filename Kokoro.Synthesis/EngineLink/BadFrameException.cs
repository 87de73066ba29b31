namespace Kokoro.Synthesis.EngineLink;

/// <summary>The other side sent bytes that are no frame, or a frame that does not hold what its kind promises.</summary>
internal sealed class BadFrameException : Exception
{
    /// <summary>Enough to recognise a header, a line of text that a library printed, or the start of a payload.</summary>
    private const int MostBytesShown = 64;

    /// <param name="bytes">What came in, from its start.</param>
    public BadFrameException(string problem, ReadOnlySpan<byte> bytes)
        : base($"{problem}; it starts with {Dump(bytes)}")
    {
    }

    private static string Dump(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return "nothing";
        var hex = Convert.ToHexString(bytes[..Math.Min(bytes.Length, MostBytesShown)]);
        return bytes.Length > MostBytesShown ? $"{hex}… ({bytes.Length} bytes)" : hex;
    }
}
