using Akka.Actor;
using Kokoro.Actors.Pools;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;
using Kokoro.Synthesis.ClausesToPhonemes;

namespace Kokoro.Actors.Phonemizers;

/// <summary>/user/phonemizers: the router and the engines that read.</summary>
/// <param name="edge">Hears when the pool changes.</param>
/// <param name="epoch">Outlives this instance.</param>
internal sealed class PhonemizerSupervisor(PoolSettings settings, IPhonemizerStarter starter, ICanTell edge, RouterEpoch epoch, SpeechMetrics metrics)
    : PoolSupervisor(settings, PoolSize.OfThisMachine(settings, Least), "phonemizer")
{
    /// <summary>One that looks for the word that ends engines leaves another to everybody else.</summary>
    private const int Least = 2;

    private bool _hasStarted;

    protected override Props RouterProps()
    {
        var lives = epoch;
        return Props.Create(() => new PhonemizerRouter(lives));
    }

    protected override Props WorkerProps(int slot)
    {
        var (engines, router, counts) = (starter, Router, metrics);
        return Props.Create(() => new PhonemizerActor(slot, engines, router, counts));
    }

    protected override void OnWorkerReady(PoolProtocol.WorkerReady ready) => _hasStarted = true;

    protected override void OnChanged() => edge.Tell(new PhonemeProtocol.PhonemizersChanged(Health, _hasStarted), Self);
}
