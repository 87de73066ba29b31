namespace Kokoro.Synthesis;

/// <summary>A half-open range of UTF-16 code units in the text as it was received, before any cleaning.</summary>
public readonly record struct TextRange
{
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is negative or after <paramref name="end"/>.</exception>
    public TextRange(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    public int Start { get; }

    public int End { get; }

    public int Length => End - Start;

    /// <summary>The smallest range that holds both.</summary>
    public TextRange Through(TextRange other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    public override string ToString() => $"{Start}..{End}";
}
