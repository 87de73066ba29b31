using System.Collections.Immutable;
using Akka.Actor;
using Kokoro.Actors.Edge.Admitting;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Edge;

/// <summary>What the edge knows.</summary>
/// <param name="LastId">The number of the utterance begun last.</param>
/// <param name="Pool">The engines that speak, as their supervisor said last; null before it said anything.</param>
/// <param name="Phonemizers">The same of those that read.</param>
/// <param name="Drain">Null while work is taken.</param>
internal sealed record EdgeState(Admission Admission, long LastId, EngineProtocol.PoolChanged? Pool, PhonemeProtocol.PhonemizersChanged? Phonemizers, EdgeDrain? Drain)
{
    public static readonly EdgeState Initial = new(Admission.Initial, 0, null, null, null);

    /// <summary>No text is spoken without both pools, so the worse one says how the server is.</summary>
    public HealthProtocol.ServerState ServerState => this switch
    {
        { Drain: not null } => HealthProtocol.ServerState.Draining,
        _ when Speaking == HealthProtocol.ServerState.Degraded || Reading == HealthProtocol.ServerState.Degraded => HealthProtocol.ServerState.Degraded,
        _ when Speaking == HealthProtocol.ServerState.Starting || Reading == HealthProtocol.ServerState.Starting => HealthProtocol.ServerState.Starting,
        _ => HealthProtocol.ServerState.Ready,
    };

    /// <summary>What keeps the engines of the degraded pool from starting.</summary>
    public string? Problem => Speaking == HealthProtocol.ServerState.Degraded ? Pool?.Pool.Problem : Phonemizers?.Pool.Problem;

    private HealthProtocol.ServerState Speaking => Of(Pool?.Pool, hasStarted: Pool is { SelfTestRate: > 0 });

    private HealthProtocol.ServerState Reading => Of(Phonemizers?.Pool, hasStarted: Phonemizers is { HasStarted: true });

    private static HealthProtocol.ServerState Of(HealthProtocol.PoolHealth? pool, bool hasStarted) => pool switch
    {
        { Ready: > 0 } => HealthProtocol.ServerState.Ready,
        { IsDegraded: true } => HealthProtocol.ServerState.Degraded,
        _ => hasStarted ? HealthProtocol.ServerState.Ready : HealthProtocol.ServerState.Starting, // engines are being replaced; work waits for them
    };
}

/// <param name="Askers">Who hears of the end.</param>
/// <param name="EndsAt">When what is still open is cut short, on the monotonic clock.</param>
/// <param name="Finished">Utterances that ended whole since.</param>
/// <param name="CutShort">Utterances that ended otherwise.</param>
internal sealed record EdgeDrain(ImmutableArray<IActorRef> Askers, TimeSpan EndsAt, int Finished, int CutShort);
