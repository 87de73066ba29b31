using System.Collections.Immutable;
using Akka.Actor;
using Kokoro.Actors.Edge.Admitting;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Edge;

/// <summary>What the edge knows.</summary>
/// <param name="LastId">The number of the utterance begun last.</param>
/// <param name="Pool">The engines, as their supervisor said last; null before it said anything.</param>
/// <param name="Drain">Null while work is taken.</param>
internal sealed record EdgeState(Admission Admission, long LastId, EngineProtocol.PoolChanged? Pool, EdgeDrain? Drain)
{
    public static readonly EdgeState Initial = new(Admission.Initial, 0, null, null);

    public HealthProtocol.ServerState ServerState => this switch
    {
        { Drain: not null } => HealthProtocol.ServerState.Draining,
        { Pool.Pool.Ready: > 0 } => HealthProtocol.ServerState.Ready,
        { Pool.Pool.IsDegraded: true } => HealthProtocol.ServerState.Degraded,
        { Pool.SelfTestRate: > 0 } => HealthProtocol.ServerState.Ready, // engines are being replaced; work waits for them
        _ => HealthProtocol.ServerState.Starting,
    };
}

/// <param name="Askers">Who hears of the end.</param>
/// <param name="EndsAt">When what is still open is cut short, on the monotonic clock.</param>
/// <param name="Finished">Utterances that ended whole since.</param>
/// <param name="CutShort">Utterances that ended otherwise.</param>
internal sealed record EdgeDrain(ImmutableArray<IActorRef> Askers, TimeSpan EndsAt, int Finished, int CutShort);
