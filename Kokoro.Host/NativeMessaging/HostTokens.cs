using Kokoro.Host.Pairing;

namespace Kokoro.Host.NativeMessaging;

/// <summary>Tokens that need no code: whoever has the extension start the server also lets it use it.</summary>
internal sealed class HostTokens(PairedTokens paired)
{
    /// <summary>By this `kokoro pair` shows where they come from.</summary>
    public const string Name = "native host";

    /// <summary>The same extension in several browsers has a token in each; of more than these the oldest go, so that they do not pile up.</summary>
    public const int MostOfAnOrigin = 8;

    /// <returns><paramref name="current"/> where it is good, else a new one.</returns>
    /// <param name="origin">Of the extension, `chrome-extension://ID`.</param>
    /// <param name="current">The token that the extension has; null where it has none.</param>
    /// <exception cref="HostException">It cannot be kept.</exception>
    public string Issue(string origin, string? current)
    {
        try
        {
            if (current is not null && paired.Check(current, origin) == PairedVerdict.Right)
                return current;
            var made = paired.Add(origin, Name);
            foreach (var oldest in paired.List().Where(token => token.Origin == origin && token.Name == Name).SkipLast(MostOfAnOrigin))
                paired.Revoke(oldest.Id);
            return made.Token;
        }
        catch (PairingException e)
        {
            throw new HostException($"The extension cannot be paired: {e.Message.TrimEnd('.')}.");
        }
    }
}
