using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Actors.Telemetry;

/// <summary>Why an engine had to be replaced, as metrics say it.</summary>
internal static class RestartCause
{
    public const string NotStarted = "not_started";

    /// <returns>"over_cpu_budget" and the other causes of a kill of ours, "killed_from_outside" or "ended_itself".</returns>
    public static string Of(EngineEnd end) => end.Kind == EngineEndKind.KilledByUs ? SnakeCase.Of(end.Cause) : SnakeCase.Of(end.Kind);
}
