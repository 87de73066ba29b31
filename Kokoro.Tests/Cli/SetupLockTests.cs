using Kokoro.Host.Cli;

namespace Kokoro.Tests.Cli;

/// <summary>`./kokoro` when somebody else sets up, or seems to.</summary>
public sealed class SetupLockTests : IDisposable
{
    private readonly SetupScript _script = new();

    public void Dispose() => _script.Dispose();

    [Fact]
    public async Task Artifacts_that_cannot_be_made_are_said()
    {
        _script.Write("artifacts", "");

        await AssertUnwritableAsync();
    }

    [Fact]
    public async Task A_lock_that_cannot_be_made_is_no_lock_of_somebody_else()
    {
        _script.Write("artifacts/setup.lock", "");

        await AssertUnwritableAsync();
    }

    [Fact]
    public async Task Who_waits_says_for_whom_and_which_folder_to_remove_and_goes_on_when_it_is_gone()
    {
        _script.Write("artifacts/setup.lock/pid", $"{Environment.ProcessId}\n");
        _script.Stub("sleep", "[ \"$(grep -c ^sleep calls)\" -lt 4 ] || rm -r artifacts/setup.lock");

        var ended = await _script.RunAsync();

        Assert.Equal(["kokoro: waiting for process " + Environment.ProcessId + $", which is setting up; if it is none of kokoro, remove {_script.Lock}", "kokoro: building Kokoro.Host"], ended.Lines);
        Assert.Equal((ExitCode.Done, 1), (ended.ExitCode, _script.Builds));
        Assert.False(Directory.Exists(_script.Lock));
    }

    [Theory]
    [InlineData("sh -c 'echo $$' >artifacts/setup.lock/pid")] // a process that is gone
    [InlineData("echo $$ >artifacts/setup.lock/pid")] // in a container every first process is number 1
    [InlineData(":")] // killed before it wrote its number
    public async Task A_lock_that_nobody_holds_any_more_is_taken_over(string owner)
    {
        var ended = await _script.RunAsync(before: $"mkdir -p artifacts/setup.lock; {owner}");

        Assert.Equal((ExitCode.Done, 1), (ended.ExitCode, _script.Builds));
        Assert.False(Directory.Exists(_script.Lock));
    }

    [Fact]
    public async Task A_lock_that_another_heir_has_taken_over_meanwhile_stays_his()
    {
        // The number of a dead process is read, and while it is looked at, somebody who is alive becomes the owner.
        _script.Stub("cat", $"/bin/cat \"$@\"\n[ -e heir ] || {{ : >heir; rm -r artifacts/setup.lock; mkdir artifacts/setup.lock; echo {Environment.ProcessId} >artifacts/setup.lock/pid; }}");
        _script.Stub("sleep", "rm -r artifacts/setup.lock");

        var ended = await _script.RunAsync(before: "mkdir -p artifacts/setup.lock; sh -c 'echo $$' >artifacts/setup.lock/pid");

        Assert.Equal((ExitCode.Done, 1, 1), (ended.ExitCode, _script.Builds, _script.Sleeps));
    }

    private async Task AssertUnwritableAsync()
    {
        var ended = await _script.RunAsync();

        Assert.Equal(ExitCode.Installation, ended.ExitCode);
        Assert.Equal([$"kokoro: cannot write {_script["artifacts"]}"], ended.Lines);
        Assert.Equal(0, _script.Builds);
    }
}
