using Akka.Actor;
using Akka.Hosting;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Health;
using Kokoro.Actors.Phonemizers;
using Kokoro.Actors.Pools;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Synthesis;
using Kokoro.Actors.Telemetry;
using Kokoro.Actors.Timelines;
using Kokoro.Actors.Utterances;
using Kokoro.Actors.Voices;

namespace Kokoro.Actors.Hosting;

/// <summary>All actors, from the sink to the source, so that whoever asks is there after whoever answers.</summary>
internal static class KokoroActors
{
    private const string EdgePath = "/user/edge";

    /// <summary>Starts them with the system; the edge is found as <see cref="IRequiredActor{TActor}"/> of <see cref="EdgeActor"/>.</summary>
    public static AkkaConfigurationBuilder WithKokoroActors(this AkkaConfigurationBuilder builder, ServerSettings settings, SpeechParts parts, SpeechMetrics metrics) =>
        builder.StartActors((system, registry) =>
        {
            metrics.QuarantinedWords = () => parts.Quarantined.Count;

            // By its path, since those that report to the edge start before it.
            var edgeAddress = system.ActorSelection(EdgePath);
            var pauses = settings.Pauses.ToPauses();

            var (readings, routings) = (new RouterEpoch(), new RouterEpoch());

            var voices = system.ActorOf(Props.Create(() => new VoicesActor(parts.Voices, parts.DefaultVoice)), "voices");
            var phonemizers = system.ActorOf(Props.Create(() => new PhonemizerSupervisor(settings.Phonemizers, parts.Phonemizers, edgeAddress, readings, metrics)), "phonemizers");
            var synthesis = system.ActorOf(
                Props.Create(() => new SynthesisSupervisor(settings.Synthesis, settings.Router, parts.Engines, edgeAddress, routings, metrics)), "synthesis");
            var timelines = system.ActorOf(Props.Create(() => new TimelinesActor()), "timelines");
            var peers = new UtterancePeers(voices, phonemizers, synthesis, timelines);
            var utterances = system.ActorOf(Props.Create(() => new UtterancesActor(peers, settings.Utterances, pauses, metrics)), "utterances");
            var health = system.ActorOf(Props.Create(() => new HealthActor(synthesis, phonemizers)), "health");
            registry.Register<EdgeActor>(system.ActorOf(EdgeActor.Props(new EdgePeers(utterances, voices, health, synthesis, phonemizers, timelines), settings.Admission, metrics), "edge"));
        });
}
