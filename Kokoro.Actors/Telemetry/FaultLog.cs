using Akka.Event;

namespace Kokoro.Actors.Telemetry;

/// <summary>Faults of this program as one line each: what they are and where, without their messages, in which something of a text may be.</summary>
internal static class FaultLog
{
    /// <param name="what">What failed. Thread-safe, as the adapter is.</param>
    public static void Fault(this ILoggingAdapter log, Exception fault, string what) => log.Error("{What} failed: {Fault}", what, Describe(fault));

    /// <returns>One line.</returns>
    public static string Describe(Exception fault)
    {
        var frames = string.Join(' ', (fault.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var described = frames.Length == 0 ? fault.GetType().FullName! : $"{fault.GetType().FullName} {frames}";
        return fault.InnerException is { } inner ? $"{described} because of {Describe(inner)}" : described;
    }
}
