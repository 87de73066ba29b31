using Akka.Actor;
using Kokoro.Actors.Pools;
using Kokoro.Actors.Settings;
using Kokoro.Synthesis.ClausesToPhonemes;

namespace Kokoro.Actors.Phonemizers;

/// <summary>/user/phonemizers: the router and the engines that read.</summary>
internal sealed class PhonemizerSupervisor(PoolSettings settings, IPhonemizerStarter starter)
    : PoolSupervisor(settings, PoolSize.OfThisMachine(settings), "phonemizer")
{
    protected override Props RouterProps()
    {
        var epoch = new RouterEpoch();
        return Props.Create(() => new PhonemizerRouter(epoch));
    }

    protected override Props WorkerProps(int slot)
    {
        var (engines, router) = (starter, Router);
        return Props.Create(() => new PhonemizerActor(slot, engines, router));
    }
}
