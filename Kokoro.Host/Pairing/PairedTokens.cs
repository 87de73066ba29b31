using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Kokoro.Host.Pairing;

/// <summary>
/// The extensions that a person has paired, in `paired.json` of the user's Kokoro folder. Several processes may add, revoke and check at once; what one has changed
/// counts for the others from their next check on.
/// </summary>
/// <exception cref="PairingException">By all members: the file cannot be read or written. Nothing of it is lost then.</exception>
internal sealed class PairedTokens(string folder, TimeProvider time)
{
    public const string FileName = "paired.json";

    private const int TokenBytes = 32;
    private const int IdLength = 6;

    private readonly SharedFile<PairedList> _file = new(folder, FileName, PairingJson.Default.PairedList);

    /// <param name="origin">Of the extension that may use it.</param>
    /// <param name="name">What a person will know it by.</param>
    public NewToken Add(string origin, string name)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        return _file.Change(list =>
        {
            var tokens = Of(list);
            string id;
            do
                id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
            while (tokens.Any(each => each.Id == id));
            return (new PairedList([.. tokens, new PairedToken(id, origin, name, time.GetUtcNow(), HashOf(token))]), new NewToken(id, token));
        });
    }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<PairedToken> List() => Of(_file.Read());

    /// <returns>Whether there was one.</returns>
    public bool Revoke(string id) => Remove(token => token.Id == id) > 0;

    /// <returns>How many there were.</returns>
    public int RevokeAll() => Remove(_ => true);

    /// <summary>In a time that tells nothing of the tokens; the disk is asked only whether the file has changed.</summary>
    public PairedVerdict Check(string token, string origin)
    {
        var hash = HashOf(token);
        PairedToken? found = null;
        foreach (var each in List())
        {
            if (CryptographicOperations.FixedTimeEquals(each.Hash, hash))
                found = each;
        }

        return found is null ? PairedVerdict.Unknown
            : found.Origin == origin ? PairedVerdict.Right
            : PairedVerdict.OtherOrigin;
    }

    private int Remove(Func<PairedToken, bool> isGone) => _file.Change(list =>
    {
        IReadOnlyList<PairedToken> rest = [.. Of(list).Where(token => !isGone(token))];
        var removed = Of(list).Count - rest.Count;
        return (removed == 0 ? list : new PairedList(rest), removed);
    });

    private static IReadOnlyList<PairedToken> Of(PairedList? list) => list?.Tokens ?? [];

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
