using System.Security.Cryptography;
using System.Text;
using Kokoro.Host.Pairing;
using Kokoro.Host.Problems;

namespace Kokoro.Host.Security;

/// <summary>
/// Compares tokens in a time that tells nothing, and lets no peer guess: after ten wrong ones within a minute it is not listened to until that minute is over.
/// </summary>
/// <param name="demanded">Empty: none is.</param>
internal sealed class TokenGuard(string demanded, PairedTokens paired, TimeProvider time)
{
    public const int MostFailures = 10;

    /// <summary>More peers than this do not guess at the same time; the table must not grow by what strangers send.</summary>
    private const int MostPeers = 1_000;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Of a peer that has guessed too often.</summary>
    public static Problem Refusal { get; } = new(429, "too_many_failures", "too many wrong tokens came from this address; try again in a minute", RetryAfter: Window);

    private readonly byte[]? _demanded = demanded.Length == 0 ? null : Hash(demanded);
    private readonly Dictionary<string, Failures> _failures = [];
    private readonly Lock _lock = new();

    public TokenVerdict Check(string peer, string? token)
    {
        // A client that must send some token, as OpenAI's does, may send any where none is demanded.
        if (_demanded is null)
            return TokenVerdict.NotDemanded;
        return token is null ? TokenVerdict.Missing : Count(peer, token);
    }

    /// <summary>An extension must send a token wherever it comes from: the one of its pairing, or the server's.</summary>
    /// <exception cref="PairingException">It cannot be known who is paired.</exception>
    public TokenVerdict CheckExtension(string peer, string? token, string origin)
    {
        if (token is null)
            return TokenVerdict.Missing;

        // Before the failures are looked at: nobody guesses 256 bits, and an extension that is just paired again must not wait for those of its old token to pass.
        return paired.Check(token, origin) switch
        {
            PairedVerdict.Right => TokenVerdict.Right,
            PairedVerdict.OtherOrigin => TokenVerdict.OtherOrigin,
            _ => Count(peer, token),
        };
    }

    private TokenVerdict Count(string peer, string token)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (_failures.TryGetValue(peer, out var failed) && time.GetElapsedTime(failed.Since, now) >= Window)
            {
                _failures.Remove(peer);
                failed = default;
            }

            if (failed.Count >= MostFailures)
                return TokenVerdict.TooManyFailures;

            // Hashes, so that the comparison does not tell the length either.
            if (_demanded is not null && CryptographicOperations.FixedTimeEquals(Hash(token), _demanded))
                return TokenVerdict.Right;
            if (_failures.Count >= MostPeers && failed.Count == 0)
                _failures.Remove(_failures.MinBy(each => each.Value.Since).Key);
            _failures[peer] = failed.Count == 0 ? new Failures(1, now) : failed with { Count = failed.Count + 1 };
            return TokenVerdict.Wrong;
        }
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private readonly record struct Failures(int Count, long Since);
}
