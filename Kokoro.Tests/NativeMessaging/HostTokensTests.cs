using Kokoro.Host.NativeMessaging;
using Kokoro.Host.Pairing;

namespace Kokoro.Tests.NativeMessaging;

public sealed class HostTokensTests : IDisposable
{
    private const string Reader = "chrome-extension://reader";
    private const string Voices = "chrome-extension://voices";

    private readonly TemporaryFolder _folder = new();

    private PairedTokens Paired => new(_folder.Path, TimeProvider.System);

    [Fact]
    public void A_token_is_good_for_its_origin_only()
    {
        var token = new HostTokens(Paired).Issue(Reader);

        Assert.Equal(PairedVerdict.Right, Paired.Check(token, Reader));
        Assert.Equal(PairedVerdict.OtherOrigin, Paired.Check(token, Voices));
    }

    [Fact]
    public void Asked_again_the_older_token_of_the_same_extension_goes_and_nothing_else()
    {
        var byPerson = Paired.Add(Reader, "my browser").Token;
        var ofVoices = new HostTokens(Paired).Issue(Voices);
        var older = new HostTokens(Paired).Issue(Reader);

        var newer = new HostTokens(Paired).Issue(Reader);

        Assert.Equal(PairedVerdict.Unknown, Paired.Check(older, Reader));
        Assert.Equal(PairedVerdict.Right, Paired.Check(newer, Reader));
        Assert.Equal(PairedVerdict.Right, Paired.Check(byPerson, Reader));
        Assert.Equal(PairedVerdict.Right, Paired.Check(ofVoices, Voices));
    }

    [Fact]
    public void Pairings_that_cannot_be_read_are_a_sentence()
    {
        File.WriteAllText(_folder[PairedTokens.FileName], "{");

        var refusal = Assert.Throws<HostException>(() => new HostTokens(Paired).Issue(Reader));

        Assert.StartsWith("The extension cannot be paired: ", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("pair again.", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
