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
        var token = new HostTokens(Paired).Issue(Reader, current: null);

        Assert.Equal(PairedVerdict.Right, Paired.Check(token, Reader));
        Assert.Equal(PairedVerdict.OtherOrigin, Paired.Check(token, Voices));
    }

    [Fact]
    public void A_token_that_is_still_good_is_kept()
    {
        var byPerson = Paired.Add(Reader, "my browser").Token;
        var byHost = new HostTokens(Paired).Issue(Reader, current: null);

        Assert.Equal([byPerson, byHost], new[] { byPerson, byHost }.Select(token => new HostTokens(Paired).Issue(Reader, token)));
        Assert.Equal(2, Paired.List().Count);
    }

    [Theory]
    [InlineData("of no pairing")]
    [InlineData("")]
    public void A_token_that_is_not_good_is_replaced(string current)
    {
        var token = new HostTokens(Paired).Issue(Reader, current);

        Assert.NotEqual(current, token);
        Assert.Equal(PairedVerdict.Right, Paired.Check(token, Reader));
    }

    [Fact]
    public void Another_browser_leaves_the_token_of_the_first_and_the_oldest_go_when_there_are_many()
    {
        var byPerson = Paired.Add(Reader, "my browser").Token;
        var ofVoices = new HostTokens(Paired).Issue(Voices, current: null);

        string[] made = [.. Enumerable.Range(0, HostTokens.MostOfAnOrigin + 1).Select(_ => new HostTokens(Paired).Issue(Reader, current: null))];

        Assert.Equal(PairedVerdict.Unknown, Paired.Check(made[0], Reader));
        Assert.All([byPerson, .. made[1..]], token => Assert.Equal(PairedVerdict.Right, Paired.Check(token, Reader)));
        Assert.Equal(PairedVerdict.Right, Paired.Check(ofVoices, Voices));
    }

    [Fact]
    public void Pairings_that_cannot_be_read_are_a_sentence()
    {
        File.WriteAllText(_folder[PairedTokens.FileName], "{");

        var refusal = Assert.Throws<HostException>(() => new HostTokens(Paired).Issue(Reader, current: null));

        Assert.StartsWith("The extension cannot be paired: ", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("pair again.", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
