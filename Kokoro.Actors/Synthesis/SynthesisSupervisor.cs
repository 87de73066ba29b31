using Akka.Actor;
using Kokoro.Actors.Pools;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Synthesis.Routing;
using Kokoro.Actors.Telemetry;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Actors.Synthesis;

/// <summary>/user/synthesis: the router and the engines that speak.</summary>
internal sealed class SynthesisSupervisor : PoolSupervisor
{
    private readonly RouterSettings _routing;
    private readonly ISpeechEngineStarter _starter;
    private readonly ICanTell _edge;
    private readonly RouterEpoch _epoch;
    private readonly SpeechMetrics _metrics;
    private SpeechEngineInfo? _engine;

    /// <param name="edge">Hears when the pool changes, as the router does, and of each finished run.</param>
    /// <param name="epoch">Outlives this instance.</param>
    public SynthesisSupervisor(PoolSettings settings, RouterSettings routing, ISpeechEngineStarter starter, ICanTell edge, RouterEpoch epoch, SpeechMetrics metrics)
        : base(settings, PoolSize.OfThisMachine(settings), "synthesis")
    {
        _routing = routing;
        _starter = starter;
        _edge = edge;
        _epoch = epoch;
        _metrics = metrics;
    }

    protected override Props RouterProps()
    {
        var (settings, edge, epoch, metrics) = (_routing, _edge, _epoch, _metrics);
        return Props.Create(() => new SynthesisRouter(settings, edge, epoch, metrics));
    }

    protected override Props WorkerProps(int slot)
    {
        var (starter, router, metrics) = (_starter, Router, _metrics);
        return Props.Create(() => new SynthesisActor(slot, starter, router, metrics));
    }

    protected override void OnWorkerReady(PoolProtocol.WorkerReady ready) => _engine = ready.Engine as SpeechEngineInfo ?? _engine;

    protected override void OnChanged()
    {
        Router.Tell(new EngineProtocol.EnginesStarting(IsStarting));
        var permits = _routing.Permits > 0 ? _routing.Permits : Environment.ProcessorCount;
        _edge.Tell(
            new EngineProtocol.PoolChanged(Health, _engine is null ? "" : ModelName(_engine), _engine?.SelfTestRate ?? 0, Math.Min(permits, Health.Ready)), Self);
    }

    /// <summary>The name for people, and as much of the hash as tells two files of that name apart.</summary>
    private static string ModelName(SpeechEngineInfo engine) => $"{engine.Model} ({engine.ModelHash[..Math.Min(12, engine.ModelHash.Length)]})";
}
