using System.Diagnostics;
using System.Text;
using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Tests.EngineLink.Faults;

namespace Kokoro.Tests.EngineLink;

/// <summary>The link over real processes, most of which do something wrong.</summary>
public sealed class EngineChildTests : IDisposable
{
    private static readonly byte[] Question = [1, 2, 3];
    private readonly Engines _engines = new();

    public void Dispose() => _engines.Dispose();

    [Fact]
    public async Task Engine_that_works_answers_again_and_again()
    {
        await using var child = await StartAsync(Fault.None);
        Assert.Equal("faulty 1.0", child.Hello.Software);
        for (byte i = 0; i < 20; i++)
            Assert.Equal([i, 7], (await child.AskAsync(new[] { i, (byte)7 }, Engines.Quick, CancellationToken.None)).ToArray());
    }

    [Fact]
    public async Task Engine_starts_after_the_folder_of_sockets_was_cleaned_away()
    {
        Directory.Delete(_engines.Folder, recursive: true);

        await using var child = await StartAsync(Fault.None);

        Assert.Equal(Question, (await child.AskAsync(Question, Engines.Quick, CancellationToken.None)).ToArray());
    }

    [Fact]
    public async Task Engine_without_a_place_for_its_socket_is_refused_in_words()
    {
        Directory.Delete(_engines.Folder, recursive: true);
        await File.WriteAllTextAsync(_engines.Folder, "");
        try
        {
            var refused = await Assert.ThrowsAsync<SpeechException>(() => StartAsync(Fault.None));

            Assert.Equal(SpeechErrorCode.EngineFailed, refused.Code);
            Assert.Contains(_engines.Folder, refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(_engines.Folder);
        }
    }

    [Theory]
    [InlineData(Fault.Aborts, "SIGABRT")]
    [InlineData(Fault.Exits, "exit code 7")]
    public async Task Engine_that_ends_itself_is_evidence(Fault fault, string how)
    {
        var end = await EndOfAsync(fault);
        Assert.Equal(EngineEndKind.EndedItself, end.Kind);
        Assert.True(end.IsEvidence);
        Assert.Contains(how, end.ToString());
    }

    [Fact]
    public async Task Engine_over_its_cpu_budget_is_killed_with_evidence()
    {
        var end = await EndOfAsync(Fault.Burns);
        Assert.Equal((EngineEndKind.KilledByUs, KillCause.OverCpuBudget, true), (end.Kind, end.Cause, end.IsEvidence));
    }

    [Fact]
    public async Task Engine_without_progress_is_killed_without_evidence()
    {
        var end = await EndOfAsync(Fault.SleepsInNativeCode);
        Assert.Equal((EngineEndKind.KilledByUs, KillCause.NoProgress, false), (end.Kind, end.Cause, end.IsEvidence));
    }

    [Fact]
    public async Task Engine_stopped_from_outside_is_killed_without_evidence()
    {
        await using var child = await StartAsync(Fault.None, Engines.Short);
        await SignalAsync(child.ProcessId, "STOP");
        var ended = await Assert.ThrowsAsync<EngineEndedException>(() => child.AskAsync(Question, Engines.Quick, CancellationToken.None));
        Assert.Equal((EngineEndKind.KilledByUs, KillCause.NoProgress, false), (ended.End.Kind, ended.End.Cause, ended.End.IsEvidence));
    }

    [Fact]
    public async Task Engine_killed_from_outside_is_no_evidence()
    {
        await using var child = await StartAsync(Fault.WaitsForCancel);
        var asking = child.AskAsync(Question, Prediction.OneThread(TimeSpan.FromMinutes(1)), CancellationToken.None);
        await SignalAsync(child.ProcessId, "KILL");
        var ended = await Assert.ThrowsAsync<EngineEndedException>(() => asking);
        Assert.Equal((EngineEndKind.KilledFromOutside, false), (ended.End.Kind, ended.End.IsEvidence));
        Assert.True(child.Ended.IsCompleted);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Engine_ignores_signals_meant_for_the_whole_group(string signal)
    {
        await using var child = await StartAsync(Fault.None);
        await SignalAsync(child.ProcessId, signal);
        Assert.Equal(Question, (await child.AskAsync(Question, Engines.Quick, CancellationToken.None)).ToArray());
    }

    [Theory]
    [InlineData(Fault.AnswersTooLong, "FFFFFFFF04")]
    [InlineData(Fault.AnswersUnknownKind, "0000000063")]
    [InlineData(Fault.AnswersOther, "EEEE0000")]
    [InlineData(Fault.AnswersCancelled, "nobody cancelled")]
    [InlineData(Fault.AnswersHalf, "010203")]
    public async Task Bad_frame_is_logged_in_hex_and_kills(Fault fault, string dump)
    {
        var end = await EndOfAsync(fault);
        Assert.Contains(_engines.Log, line => line.Contains(dump, StringComparison.Ordinal));
        // The one that closed its socket may end before it is killed.
        Assert.True(end.Cause == KillCause.BadFrame || fault == Fault.AnswersHalf, end.ToString());
    }

    [Theory]
    [InlineData(Fault.GreetsWithText)]
    [InlineData(Fault.GreetsInOtherVersion)]
    public async Task Start_with_a_wrong_hello_is_refused(Fault fault)
    {
        var ended = await Assert.ThrowsAsync<EngineEndedException>(() => StartAsync(fault));
        Assert.Equal(KillCause.BadFrame, ended.End.Cause);
        Assert.Contains(_engines.Log, line => line.Contains("starts with", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_of_an_engine_that_dies_tells_its_exit_code()
    {
        var ended = await Assert.ThrowsAsync<EngineEndedException>(() => StartAsync(Fault.DiesAtStart));
        Assert.Equal((EngineEndKind.EndedItself, 7), (ended.End.Kind, ended.End.ExitCode));
    }

    [Fact]
    public async Task Start_of_an_engine_that_says_nothing_is_given_up()
    {
        var limits = Engines.Short with { Start = Prediction.OneThread(TimeSpan.FromSeconds(0.5)) };
        var ended = await Assert.ThrowsAsync<EngineEndedException>(
            () => EngineChild.StartAsync(EngineKind.Phonemes, _engines.Faulty(Fault.SilentAtStart, limits: limits), CancellationToken.None));
        Assert.Equal(KillCause.NoProgress, ended.End.Cause);
    }

    [Fact]
    public async Task Start_refused_by_the_engine_tells_its_reason()
    {
        var refused = await Assert.ThrowsAsync<SpeechException>(() => StartAsync(Fault.RefusesAtStart));
        Assert.Equal((SpeechErrorCode.LibraryMissing, "the library is not there"), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task Start_of_a_program_that_is_not_there_is_a_clear_error()
    {
        var options = _engines.Real() with { Command = new EngineCommand("/nowhere/dotnet", []) };
        var refused = await Assert.ThrowsAsync<SpeechException>(() => EngineChild.StartAsync(EngineKind.Phonemes, options, CancellationToken.None));
        Assert.Equal(SpeechErrorCode.EngineFailed, refused.Code);
        Assert.Contains("/nowhere/dotnet", refused.Message);
    }

    [Fact]
    public async Task Start_that_is_cancelled_leaves_no_process()
    {
        using var cancel = new CancellationTokenSource();
        var starting = EngineChild.StartAsync(EngineKind.Phonemes, _engines.Faulty(Fault.SilentAtStart), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
    }

    [Fact]
    public async Task Cancel_that_is_answered_leaves_the_engine_ready()
    {
        await using var child = await StartAsync(Fault.WaitsForCancel);
        for (var i = 0; i < 3; i++)
        {
            using var cancel = new CancellationTokenSource();
            var asking = child.AskAsync(Question, Prediction.OneThread(TimeSpan.FromMinutes(1)), cancel.Token);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
            Assert.False(child.Ended.IsCompleted);
        }
    }

    [Fact]
    public async Task Cancel_that_is_not_answered_kills()
    {
        await using var child = await StartAsync(Fault.SleepsInNativeCode);
        using var cancel = new CancellationTokenSource();
        var asking = child.AskAsync(Question, Prediction.OneThread(TimeSpan.FromMinutes(1)), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(KillCause.CancelUnanswered, (await child.Ended).Cause);
    }

    [Fact]
    public async Task Closing_ends_an_engine_inside_native_code_by_itself()
    {
        var patient = Engines.Short with { StopGrace = TimeSpan.FromMinutes(1) };
        var child = await EngineChild.StartAsync(EngineKind.Phonemes, _engines.Faulty(Fault.SleepsInNativeCode, limits: patient), CancellationToken.None);
        var asking = child.AskAsync(Question, Prediction.OneThread(TimeSpan.FromMinutes(1)), CancellationToken.None);
        var began = Stopwatch.GetTimestamp();
        await child.DisposeAsync();
        await Assert.ThrowsAsync<EngineEndedException>(() => asking);
        var end = await child.Ended;
        Assert.Equal((EngineEndKind.EndedItself, 0), (end.Kind, end.ExitCode));
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30), "it ended by the stop grace, not by itself");
    }

    [Fact]
    public async Task Two_questions_at_once_are_refused()
    {
        await using var child = await StartAsync(Fault.WaitsForCancel);
        using var cancel = new CancellationTokenSource();
        var asking = child.AskAsync(Question, Prediction.OneThread(TimeSpan.FromMinutes(1)), cancel.Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => child.AskAsync(Question, Engines.Quick, CancellationToken.None));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Output_of_the_engine_is_logged_within_limits_and_harms_nothing()
    {
        var child = await StartAsync(Fault.Prints);
        Assert.Equal(Question, (await child.AskAsync(Question, Engines.Quick, CancellationToken.None)).ToArray());
        await child.DisposeAsync();
        Assert.Contains(_engines.Log, line => line.EndsWith("line 0", StringComparison.Ordinal));
        Assert.Contains(_engines.Log, line => line.Contains("more lines", StringComparison.Ordinal));
        Assert.True(_engines.Log.Count < 500, $"{_engines.Log.Count} lines were logged");
    }

    [Fact]
    public async Task Environment_of_the_engine_is_built_not_inherited()
    {
        Environment.SetEnvironmentVariable("KOKORO_TEST_SECRET", "a password");
        await using var child = await StartAsync(Fault.TellsEnvironment);
        var names = Encoding.UTF8.GetString((await child.AskAsync(Question, Engines.Quick, CancellationToken.None)).Span).Split('\n');
        Assert.Contains("LANG", names);
        Assert.DoesNotContain("KOKORO_TEST_SECRET", names);
        Assert.DoesNotContain("PATH", names);
        Assert.DoesNotContain("HOME", names);
    }

    [Fact]
    public async Task Sockets_leave_nothing_behind()
    {
        await using (await StartAsync(Fault.None))
            Assert.Equal(["lock"], Directory.GetFiles(_engines.Folder).Select(Path.GetFileName));
    }

    private Task<EngineChild> StartAsync(Fault fault, EngineLimits? limits = null) =>
        EngineChild.StartAsync(EngineKind.Phonemes, _engines.Faulty(fault, limits: limits), CancellationToken.None);

    private async Task<EngineEnd> EndOfAsync(Fault fault)
    {
        await using var child = await StartAsync(fault);
        var ended = await Assert.ThrowsAsync<EngineEndedException>(() => child.AskAsync(Question, Engines.Quick, CancellationToken.None));
        Assert.Equal(ended.End, await child.Ended);
        return ended.End;
    }

    private static async Task SignalAsync(int processId, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", processId.ToString()]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }
}
