using System.Text.Json.Serialization;

namespace Kokoro.Host.Pairing;

/// <summary>The code as its file has it.</summary>
internal sealed record KeptCode(string Id, [property: JsonPropertyName("sha256")] byte[] Hash, DateTimeOffset Made, int TriesLeft, bool IsUsed);

/// <param name="Id">To ask what has become of it.</param>
/// <param name="Code">In two groups, as a person reads it.</param>
internal sealed record NewCode(string Id, string Code);

/// <param name="State">"open", "used", or "over": too old, or guessed at too often.</param>
/// <param name="SecondsLeft">0 unless it is open.</param>
internal sealed record CodeState(string Id, string State, int SecondsLeft);

internal readonly record struct CodeTry(CodeVerdict Verdict, int TriesLeft);

internal enum CodeVerdict
{
    Right,
    Wrong,

    /// <summary>Used, too old, or guessed at too often.</summary>
    Expired,

    /// <summary>There never was one.</summary>
    Missing,
}
