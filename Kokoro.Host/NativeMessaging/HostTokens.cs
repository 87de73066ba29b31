using Kokoro.Host.Pairing;

namespace Kokoro.Host.NativeMessaging;

/// <summary>Tokens that need no code: whoever has the extension start the server also lets it use it.</summary>
internal sealed class HostTokens(PairedTokens paired)
{
    /// <summary>By this `kokoro pair` shows where they come from.</summary>
    public const string Name = "native host";

    /// <summary>Makes a token. The one that this origin got before from here is no longer good, so that they do not pile up.</summary>
    /// <param name="origin">Of the extension, `chrome-extension://ID`.</param>
    /// <exception cref="HostException">It cannot be kept.</exception>
    public string Issue(string origin)
    {
        try
        {
            var made = paired.Add(origin, Name);

            // Only those before it: another host may have made one meanwhile.
            foreach (var older in paired.List().TakeWhile(token => token.Id != made.Id).Where(token => token.Origin == origin && token.Name == Name))
                paired.Revoke(older.Id);
            return made.Token;
        }
        catch (PairingException e)
        {
            throw new HostException($"The extension cannot be paired: {e.Message.TrimEnd('.')}.");
        }
    }
}
