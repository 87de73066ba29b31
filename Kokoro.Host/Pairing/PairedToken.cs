using System.Text.Json.Serialization;

namespace Kokoro.Host.Pairing;

/// <summary>A pairing as it is kept; the token itself is not, so whoever reads the file cannot use it.</summary>
/// <param name="Id">Short, for people: what `kokoro pair revoke` takes.</param>
/// <param name="Origin">Of the one extension that may use the token, such as "chrome-extension://abc".</param>
/// <param name="Name">What the extension calls itself.</param>
/// <param name="Hash">SHA-256 of the token's characters.</param>
internal sealed record PairedToken(string Id, string Origin, string Name, DateTimeOffset Made, [property: JsonPropertyName("sha256")] byte[] Hash);

/// <param name="Token">Shown to nobody again.</param>
internal sealed record NewToken(string Id, string Token);

/// <summary>All pairings, as the file has them.</summary>
internal sealed record PairedList(IReadOnlyList<PairedToken> Tokens);

internal enum PairedVerdict
{
    /// <summary>It was made for this origin.</summary>
    Right,

    /// <summary>It was made for another extension.</summary>
    OtherOrigin,

    Unknown,
}
