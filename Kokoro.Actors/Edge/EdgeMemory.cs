using Kokoro.Actors.Edge.Admitting;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Edge;

/// <summary>
/// What must outlive a restart of the edge and cannot be asked for again. Held by the props of the one edge there is, and touched by it alone.
/// </summary>
internal sealed class EdgeMemory
{
    public long LastId { get; private set; }

    public EngineProtocol.PoolChanged? Pool { get; private set; }

    public PhonemeProtocol.PhonemizersChanged? Phonemizers { get; private set; }

    public DrainRate Rate { get; private set; } = DrainRate.Unknown;

    public EdgeDrain? Drain { get; private set; }

    public void Keep(EdgeState state)
    {
        LastId = state.LastId;
        Pool = state.Pool;
        Phonemizers = state.Phonemizers;
        Rate = state.Admission.Rate;
        Drain = state.Drain;
    }

    public EdgeState Recall() => EdgeState.Initial with
    {
        LastId = LastId,
        Pool = Pool,
        Phonemizers = Phonemizers,
        Drain = Drain,
        Admission = Admission.Initial with { Rate = Rate },
    };
}
