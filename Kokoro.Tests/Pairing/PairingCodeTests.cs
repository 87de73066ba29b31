using System.Text.RegularExpressions;
using Kokoro.Host.Pairing;

namespace Kokoro.Tests.Pairing;

public sealed partial class PairingCodeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StillTime _time = new();

    private string File => _folder[PairingCode.FileName];

    [Fact]
    public void A_code_is_eight_letters_in_two_groups_and_its_file_does_not_hold_it()
    {
        for (var i = 0; i < 50; i++)
        {
            var made = Code().Make();
            Assert.Matches(TwoGroups(), made.Code);
            Assert.DoesNotContain(made.Code[..4], System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public void It_works_once_in_another_process_however_it_is_typed()
    {
        var made = Code().Make();

        Assert.Equal(CodeVerdict.Right, Code().Try($" {made.Code.ToLowerInvariant().Replace(' ', '-')}").Verdict);
        Assert.Equal(CodeVerdict.Expired, Code().Try(made.Code).Verdict);
        Assert.Equal(new CodeState(made.Id, "used", 0), Code().Current());
    }

    [Fact]
    public void It_is_valid_for_two_minutes_and_not_a_second_longer()
    {
        var code = Code();
        var made = code.Make();
        _time.Advance(PairingCode.ValidFor - TimeSpan.FromSeconds(1));
        Assert.Equal(new CodeState(made.Id, "open", 1), code.Current());
        Assert.Equal(CodeVerdict.Wrong, code.Try("nothing").Verdict);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new CodeState(made.Id, "over", 0), code.Current());
        Assert.Equal(CodeVerdict.Expired, code.Try(made.Code).Verdict);
    }

    [Fact]
    public void A_clock_that_is_set_back_makes_no_code_live_longer()
    {
        var made = Code().Make();
        _time.Advance(TimeSpan.FromHours(-1));

        Assert.Equal(CodeVerdict.Expired, Code().Try(made.Code).Verdict);
    }

    [Fact]
    public void After_five_tries_it_is_dead_even_for_who_knows_it()
    {
        var made = Code().Make();

        Assert.Equal([4, 3, 2, 1, 0], Enumerable.Range(0, PairingCode.MostTries).Select(_ => Code().Try("wrong")).Select(tried => tried.TriesLeft));
        Assert.Equal(CodeVerdict.Expired, Code().Try(made.Code).Verdict);
    }

    [Fact]
    public void Tries_at_once_are_five_all_together()
    {
        Code().Make();
        var wrong = 0;

        Parallel.For(0, 20, _ =>
        {
            if (Code().Try("wrong").Verdict == CodeVerdict.Wrong)
                Interlocked.Increment(ref wrong);
        });

        Assert.Equal(PairingCode.MostTries, wrong);
    }

    [Fact]
    public void A_newer_code_ends_the_older_one()
    {
        var (first, second) = (Code().Make(), Code().Make());

        Assert.Equal(CodeVerdict.Wrong, Code().Try(first.Code).Verdict);
        Assert.Equal(CodeVerdict.Right, Code().Try(second.Code).Verdict);
    }

    [Fact]
    public void Without_a_code_there_is_nothing_to_try()
    {
        Assert.Equal(CodeVerdict.Missing, Code().Try("anything").Verdict);
        Assert.Null(Code().Current());
    }

    [Fact]
    public void A_broken_file_is_an_error_until_the_next_code_takes_its_place()
    {
        System.IO.File.WriteAllText(File, "{");
        Assert.Throws<PairingException>(() => Code().Try("anything"));

        var made = Code().Make();

        Assert.Equal(CodeVerdict.Right, Code().Try(made.Code).Verdict);
    }

    public void Dispose() => _folder.Dispose();

    private PairingCode Code() => new(_folder.Path, _time);

    [GeneratedRegex("^[ACDEFGHJKMNPRTVWXY34679]{4} [ACDEFGHJKMNPRTVWXY34679]{4}$")]
    private static partial Regex TwoGroups();
}
