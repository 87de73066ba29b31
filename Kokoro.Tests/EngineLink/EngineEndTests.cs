using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Tests.EngineLink;

public sealed class EngineEndTests
{
    [Theory]
    [InlineData(134, KillCause.None, EngineEndKind.EndedItself, true, "ended itself (SIGABRT)")]
    [InlineData(139, KillCause.None, EngineEndKind.EndedItself, true, "ended itself (SIGSEGV)")]
    [InlineData(132, KillCause.None, EngineEndKind.EndedItself, true, "ended itself (SIGILL)")]
    [InlineData(136, KillCause.None, EngineEndKind.EndedItself, true, "ended itself (SIGFPE)")]
    [InlineData(135, KillCause.None, EngineEndKind.EndedItself, true, "ended itself (SIGBUS)")]
    [InlineData(1, KillCause.None, EngineEndKind.EndedItself, true, "ended itself (exit code 1)")]
    [InlineData(0, KillCause.None, EngineEndKind.EndedItself, false, "ended itself (exit code 0)")] // it believed us gone
    [InlineData(137, KillCause.None, EngineEndKind.KilledFromOutside, false, "was killed from outside (SIGKILL)")]
    [InlineData(143, KillCause.None, EngineEndKind.KilledFromOutside, false, "was killed from outside (SIGTERM)")]
    [InlineData(137, KillCause.OverCpuBudget, EngineEndKind.KilledByUs, true, "was killed (OverCpuBudget)")]
    [InlineData(137, KillCause.NoProgress, EngineEndKind.KilledByUs, false, "was killed (NoProgress)")]
    [InlineData(137, KillCause.CancelUnanswered, EngineEndKind.KilledByUs, false, "was killed (CancelUnanswered)")]
    [InlineData(137, KillCause.BadFrame, EngineEndKind.KilledByUs, false, "was killed (BadFrame)")]
    [InlineData(134, KillCause.OverCpuBudget, EngineEndKind.EndedItself, true, "ended itself (SIGABRT)")] // it was faster than we
    public void End_is_told_from_exit_code_and_kill(int exitCode, KillCause killed, EngineEndKind kind, bool evidence, string text)
    {
        var end = EngineEnd.Of(exitCode, killed);
        Assert.Equal((kind, evidence, text), (end.Kind, end.IsEvidence, end.ToString()));
    }
}
