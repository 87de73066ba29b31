using Akka.Actor;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>An engine that is alive.</summary>
/// <param name="Permits">That it holds: for a run, or while it measures.</param>
/// <param name="Current">The run it has; null while it is idle or measures.</param>
/// <param name="IsCancelled">Nobody wants <paramref name="Current"/> any more; it is being terminated.</param>
internal sealed record RouterEngine(
    int Number, IActorRef Ref, SpeechEngineInfo Info, int Permits = 0, QueuedRun? Current = null, bool IsCancelled = false)
{
    public bool IsIdle => Permits == 0;

    public RouterEngine Idle() => this with { Permits = 0, Current = null, IsCancelled = false };
}
