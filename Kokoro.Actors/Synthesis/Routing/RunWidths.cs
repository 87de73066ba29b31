using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>One listener gets the shortest wait, many get the most audio: a run takes all cores only when nobody else wants one. Pure.</summary>
internal static class RunWidths
{
    /// <param name="state">With the run still in its queue.</param>
    public static RunWidth Of(RouterState state, RouterSettings settings, RunProtocol.SubmitRun run) => settings.Width switch
    {
        WidthPolicy.Wide => RunWidth.Wide,
        WidthPolicy.Narrow => RunWidth.Narrow,
        _ => state.Permits > 1
            && run.IsAwaited
            && RunOrder.IsFirstOfListener(run)
            && state.PermitsInUse == 0
            && state.Gain >= settings.LeastGain
            && !state.Queue.Values.Any(other => other.Run.Id != run.Id && RunOrder.IsFirstOfListener(other.Run))
                ? RunWidth.Wide
                : RunWidth.Narrow,
    };

    /// <returns>How much faster its run was than one with a single core; where all runs are wide, than its part of what is made by one after the other.</returns>
    public static double Gain(RouterState state, RouterSettings settings, RouterEngine engine) =>
        engine.Permits == 1 ? 1 : settings.Width == WidthPolicy.Wide ? state.Parallel : state.Gain ?? 1;

    public static int Permits(RouterState state, RunWidth width) => width == RunWidth.Wide ? state.Permits : 1;
}
