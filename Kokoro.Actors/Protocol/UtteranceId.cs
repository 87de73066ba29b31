namespace Kokoro.Actors.Protocol;

/// <summary>Names one accepted request for as long as the process lives; never used twice.</summary>
public readonly record struct UtteranceId(long Number)
{
    /// <summary>As logs, actor paths and the frames stream show it: "u17".</summary>
    public override string ToString() => $"u{Number}";
}
