using System.Security.Cryptography;
using System.Text;

namespace Kokoro.Host.Pairing;

/// <summary>
/// The one code that is valid at a time, from the page or from a terminal: good for one pairing, for two minutes and for five tries. It is kept in the user's Kokoro
/// folder, hashed, so that a running server takes one that `kokoro pair code` has made.
/// </summary>
/// <exception cref="PairingException">By all members: the file cannot be read or written.</exception>
internal sealed class PairingCode(string folder, TimeProvider time)
{
    public const string FileName = "pair-code.json";
    public const int MostTries = 5;

    /// <summary>No two of these are taken for each other, whatever the font: neither 0, O, Q nor 1, I, L, nor 2, Z, 5, S, 8, B, nor U, V.</summary>
    private const string Letters = "ACDEFGHJKMNPRTVWXY34679";

    private const int Length = 8;
    private const int IdLength = 8;

    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(2);

    private readonly SharedFile<KeptCode> _file = new(folder, FileName, PairingJson.Default.KeptCode);

    /// <summary>The code before it is dead from now on.</summary>
    public NewCode Make()
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        var kept = new KeptCode(RandomNumberGenerator.GetHexString(IdLength, lowercase: true), HashOf(code), time.GetUtcNow(), MostTries, IsUsed: false);
        _file.Replace(kept);
        return new NewCode(kept.Id, $"{code[..4]} {code[4..]}");
    }

    /// <summary>Uses the code up if it is right, and a try if it is not.</summary>
    /// <param name="code">As a person has typed it.</param>
    public CodeTry Try(string code) => _file.Change<CodeTry>(kept =>
    {
        if (kept is null)
            return (kept, new(CodeVerdict.Missing, 0));
        if (!IsOpen(kept))
            return (kept, new(CodeVerdict.Expired, 0));
        if (CryptographicOperations.FixedTimeEquals(kept.Hash, HashOf(code)))
            return (kept with { IsUsed = true }, new(CodeVerdict.Right, 0));
        var left = kept.TriesLeft - 1;
        return (kept with { TriesLeft = left }, new(CodeVerdict.Wrong, left));
    });

    /// <summary>What has become of the last code; null where there was none.</summary>
    public CodeState? Current() => _file.Read() is not { } kept ? null
        : kept.IsUsed ? new CodeState(kept.Id, "used", 0)
        : IsOpen(kept) ? new CodeState(kept.Id, "open", (int)Math.Ceiling((kept.Made + ValidFor - time.GetUtcNow()).TotalSeconds))
        : new CodeState(kept.Id, "over", 0);

    /// <summary>One from the future was made before the clock was set back, nobody knows how long ago.</summary>
    private bool IsOpen(KeptCode kept)
    {
        var age = time.GetUtcNow() - kept.Made;
        return !kept.IsUsed && kept.TriesLeft > 0 && age >= TimeSpan.Zero && age < ValidFor;
    }

    /// <summary>Capitals or not, with or without the gap: it is the same code.</summary>
    private static byte[] HashOf(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))));
}
