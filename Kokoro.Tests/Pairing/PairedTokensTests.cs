using System.Text.RegularExpressions;
using Kokoro.Host.Pairing;

namespace Kokoro.Tests.Pairing;

public sealed partial class PairedTokensTests : IDisposable
{
    private const string Reader = "chrome-extension://reader";
    private const string Voices = "chrome-extension://voices";

    private readonly TemporaryFolder _folder = new();
    private readonly StillTime _time = new();

    private string File => _folder[PairedTokens.FileName];

    [Fact]
    public void A_token_is_right_for_the_origin_that_it_was_made_for_and_no_other()
    {
        var made = Tokens().Add(Reader, "Kokoro Reader");

        Assert.Equal(PairedVerdict.Right, Tokens().Check(made.Token, Reader));
        Assert.Equal(PairedVerdict.OtherOrigin, Tokens().Check(made.Token, Voices));
        Assert.Equal(PairedVerdict.Unknown, Tokens().Check(made.Token[..^1], Reader));
        Assert.Equal(PairedVerdict.Unknown, Tokens().Check("", Reader));
    }

    [Fact]
    public void A_token_has_256_bits_that_are_nowhere_in_the_file_which_is_its_owners_alone()
    {
        var made = Tokens().Add(Reader, "Kokoro Reader");

        Assert.Matches(Base64Url(), made.Token);
        Assert.DoesNotContain(made.Token, System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        var paired = Assert.Single(Tokens().List());
        Assert.Equal((made.Id, Reader, "Kokoro Reader", _time.Now), (paired.Id, paired.Origin, paired.Name, paired.Made));
    }

    [Fact]
    public void What_another_process_adds_or_revokes_counts_at_the_next_check()
    {
        var (server, other) = (Tokens(), Tokens());
        var made = new List<NewToken>();

        // As fast as can be, so that changes fall into one tick of the file system's clock and files of one length follow each other.
        for (var i = 0; i < 50; i++)
        {
            made.Add(other.Add(Reader, "Kokoro Reader"));
            Assert.Equal(PairedVerdict.Right, server.Check(made[^1].Token, Reader));
            Assert.True(other.Revoke(made[^1].Id));
            Assert.Equal(PairedVerdict.Unknown, server.Check(made[^1].Token, Reader));
        }
    }

    [Fact]
    public void All_that_is_added_at_once_is_kept()
    {
        const int Writers = 8, Each = 5;

        Parallel.For(0, Writers, writer =>
        {
            var tokens = Tokens();
            for (var i = 0; i < Each; i++)
                tokens.Add(Reader, $"writer {writer}");
        });

        Assert.Equal(Writers * Each, Tokens().List().Select(token => token.Id).Distinct().Count());
        Assert.Equal(["paired.json", "paired.json.lock"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Revoking_takes_one_or_all_and_says_how_many()
    {
        var tokens = Tokens();
        var (first, second) = (tokens.Add(Reader, "a"), tokens.Add(Reader, "b"));

        Assert.False(tokens.Revoke("nothing"));
        Assert.True(tokens.Revoke(first.Id));
        Assert.Equal(second.Id, Assert.Single(tokens.List()).Id);
        tokens.Add(Voices, "c");
        Assert.Equal((2, 0), (tokens.RevokeAll(), tokens.RevokeAll()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"tokens":null}""")]
    [InlineData("""{"tokens":[{"id":"abc"}]}""")]
    public void A_broken_file_is_named_and_left_as_it_is(string content)
    {
        System.IO.File.WriteAllText(File, content);
        var tokens = Tokens();

        foreach (var act in new Action[] { () => tokens.List(), () => tokens.Add(Reader, "a"), () => tokens.RevokeAll(), () => tokens.Check("t", Reader) })
        {
            var message = Assert.Throws<PairingException>(act).Message;
            Assert.StartsWith($"{File} cannot be read (", message, StringComparison.Ordinal);
            Assert.EndsWith("correct it, or delete it and pair again", message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', message);
        }

        Assert.Equal(content, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_file_that_was_mended_counts_at_once()
    {
        var tokens = Tokens();
        var made = tokens.Add(Reader, "a");
        var whole = System.IO.File.ReadAllText(File);
        System.IO.File.WriteAllText(File, whole[..^5]);
        Assert.Throws<PairingException>(() => tokens.Check(made.Token, Reader));

        System.IO.File.WriteAllText(File, whole);

        Assert.Equal(PairedVerdict.Right, tokens.Check(made.Token, Reader));
    }

    /// <summary>A folder in its place is what nobody can read as a file, not even root.</summary>
    [Fact]
    public void What_cannot_be_read_is_an_error_and_not_an_empty_list()
    {
        Directory.CreateDirectory(File);

        Assert.Throws<PairingException>(() => Tokens().List());
        Assert.Throws<PairingException>(() => Tokens().Add(Reader, "a"));
    }

    public void Dispose() => _folder.Dispose();

    private PairedTokens Tokens() => new(_folder.Path, _time);

    [GeneratedRegex("^[A-Za-z0-9_-]{43}$")]
    private static partial Regex Base64Url();
}
