using System.Text;
using Kokoro.Host.Cli;
using Kokoro.Host.Pairing;
using Kokoro.Tests.Cli;

namespace Kokoro.Tests.Pairing;

public sealed class PairCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private PairedTokens Tokens => new(_folder.Path, TimeProvider.System);

    [Fact]
    public async Task Pair_lists_what_is_paired_and_nothing_that_could_move_a_cursor()
    {
        var empty = await RunAsync();
        var made = Tokens.Add("chrome-extension://abc", "Kokoro\u001b[2J Reader");

        var ended = await RunAsync();

        Assert.Equal((0, 0), (empty.ExitCode, ended.ExitCode));
        Assert.StartsWith("no extension is paired;", Assert.Single(empty.ErrorLines), StringComparison.Ordinal);
        var lines = Encoding.UTF8.GetString(ended.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Matches("^id +name +origin +paired$", lines[0]);
        Assert.Matches($@"^{made.Id} +Kokoro\?\[2J Reader +chrome-extension://abc +\d{{4}}-\d\d-\d\d \d\d:\d\d$", lines[1]);
        Assert.DoesNotContain(made.Token, Encoding.UTF8.GetString(ended.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_wants_one_that_is_there_or_all()
    {
        var made = Tokens.Add("chrome-extension://abc", "a");
        Tokens.Add("chrome-extension://abc", "b");

        var unknown = await RunAsync("revoke", "nothing");
        var unsaid = await RunAsync("revoke");
        var both = await RunAsync("revoke", made.Id, "--all");

        Assert.All([unknown, unsaid, both], ended => Assert.Equal(ExitCode.Refused, ended.ExitCode));
        Assert.Equal("kokoro: nothing is paired as nothing; kokoro pair lists what is", Assert.Single(unknown.ErrorLines));
        Assert.Equal(2, Tokens.List().Count);
        var all = await RunAsync("revoke", "--all");
        Assert.Equal((0, "revoked 2"), (all.ExitCode, Assert.Single(all.ErrorLines)));
        Assert.Empty(Tokens.List());
    }

    /// <summary>Each command is a process of its own, and this one adds meanwhile.</summary>
    [Fact]
    public async Task Processes_that_change_the_list_at_once_lose_nothing()
    {
        var gone = Enumerable.Range(0, 4).Select(_ => Tokens.Add("chrome-extension://abc", "gone").Id).ToList();
        var revoking = gone.ConvertAll(id => RunAsync("revoke", id));
        var kept = Enumerable.Range(0, 20).Select(_ => Tokens.Add("chrome-extension://abc", "kept").Id).ToList();

        Assert.All(await Task.WhenAll(revoking), ended => Assert.Equal(0, ended.ExitCode));

        Assert.Equal(kept, Tokens.List().Select(each => each.Id));
    }

    [Fact]
    public async Task A_broken_list_is_named_and_the_exit_code_says_that_it_cannot_be_read()
    {
        await File.WriteAllTextAsync(_folder[PairedTokens.FileName], "{");

        var ended = await RunAsync();

        Assert.Equal(ExitCode.InputOutput, ended.ExitCode);
        Assert.StartsWith($"kokoro: {_folder[PairedTokens.FileName]} cannot be read (", Assert.Single(ended.ErrorLines), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<KokoroProcess.Ended> RunAsync(params string[] arguments) =>
        KokoroProcess.RunAsync(new Dictionary<string, string> { ["KOKORO_HOME"] = _folder.Path }, ["pair", .. arguments]);
}
