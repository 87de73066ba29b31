namespace Kokoro.Synthesis.EngineLink;

/// <summary>How an engine process ended.</summary>
/// <param name="ExitCode">As .NET gives it: 128 + the number of the signal where one ended it.</param>
/// <param name="Cause">Why we killed it; none for the other kinds.</param>
internal sealed record EngineEnd(EngineEndKind Kind, int ExitCode, KillCause Cause)
{
    private const int SignalBase = 128;
    private const int SigKill = 9;
    private const int SigTerm = 15;

    /// <summary>The signals that a process raises by what it does; their numbers differ between Linux and macOS only for SIGBUS (7 and 10).</summary>
    private static readonly Dictionary<int, string> Names = new()
    {
        [3] = "SIGQUIT", [4] = "SIGILL", [5] = "SIGTRAP", [6] = "SIGABRT", [7] = "SIGBUS", [8] = "SIGFPE", [SigKill] = "SIGKILL", [10] = "SIGBUS",
        [11] = "SIGSEGV", [SigTerm] = "SIGTERM",
    };

    /// <summary>
    /// Whether the end speaks against what the engine was working on. A process that was killed from outside, that was
    /// stopped or that lied would have ended so on any text; one that ended in order believed that nobody was there any more.
    /// </summary>
    public bool IsEvidence => (Kind == EngineEndKind.EndedItself && ExitCode != 0) || Cause == KillCause.OverCpuBudget;

    /// <param name="killed">Why this program sent SIGKILL, if it did. An engine may have ended by itself a moment before.</param>
    public static EngineEnd Of(int exitCode, KillCause killed)
    {
        if (exitCode == SignalBase + SigKill && killed != KillCause.None)
            return new(EngineEndKind.KilledByUs, exitCode, killed);
        return exitCode is SignalBase + SigKill or SignalBase + SigTerm
            ? new(EngineEndKind.KilledFromOutside, exitCode, KillCause.None)
            : new(EngineEndKind.EndedItself, exitCode, KillCause.None);
    }

    public override string ToString()
    {
        var how = Names.TryGetValue(ExitCode - SignalBase, out var signal) ? signal : $"exit code {ExitCode}";
        return Kind switch
        {
            EngineEndKind.KilledByUs => $"was killed ({Cause})",
            EngineEndKind.KilledFromOutside => $"was killed from outside ({how})",
            _ => $"ended itself ({how})",
        };
    }
}
