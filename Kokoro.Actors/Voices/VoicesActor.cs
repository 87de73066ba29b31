using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Telemetry;
using Kokoro.Synthesis;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Actors.Voices;

/// <summary>/user/voices: which voices there are, and their packs, each read from disk once, away from this actor's thread.</summary>
internal sealed class VoicesActor : ReceiveActor
{
    private readonly VoiceCatalogue _catalogue;
    private readonly string _default;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Dictionary<string, VoiceLookup.VoiceFound> _loaded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IActorRef>> _waiting = new(StringComparer.Ordinal);

    /// <param name="default">For requests that name none; a voice of the catalogue.</param>
    public VoicesActor(VoiceCatalogue catalogue, Voice @default)
    {
        _catalogue = catalogue;
        _default = @default.Info.Id;
        var list = new VoicesProtocol.VoiceList(_default, [.. catalogue.All.Where(voice => voice.CanSpeak).Select(Describe)]);
        Receive<VoicesProtocol.ListVoices>(_ => Sender.Tell(list));
        Receive<VoiceLookup.FindVoice>(Find);
        Receive<Loaded>(loaded =>
        {
            if (loaded.Answer is VoiceLookup.VoiceFound found)
                _loaded[loaded.Id] = found;
            _waiting.Remove(loaded.Id, out var askers);
            askers!.ForEach(asker => asker.Tell(loaded.Answer));
        });
    }

    private void Find(VoiceLookup.FindVoice find)
    {
        Voice voice;
        try
        {
            voice = _catalogue.Find(find.Id ?? _default);
        }
        catch (SpeechException e)
        {
            Sender.Tell(new VoiceLookup.VoiceNotFound(SpeechProblems.Of(e)));
            return;
        }

        var id = voice.Info.Id;
        if (_loaded.TryGetValue(id, out var found))
        {
            Sender.Tell(found);
        }
        else if (_waiting.TryGetValue(id, out var askers))
        {
            askers.Add(Sender);
        }
        else
        {
            _waiting[id] = [Sender];
            var log = _log;
            Task.Run(() => new VoiceLookup.VoiceFound(voice, voice.Load())).PipeTo(
                Self,
                success: found => new Loaded(id, found),
                failure: e =>
                {
                    if (e is SpeechException refusal)
                        return new Loaded(id, new VoiceLookup.VoiceNotFound(SpeechProblems.Of(refusal)));
                    log.Fault(e, $"reading the voice {id}");
                    return new Loaded(id, new VoiceLookup.VoiceNotFound(
                        new(ProblemKind.Internal, $"the voice '{id}' could not be read ({e.GetType().Name}); this is a fault of the server")));
                });
        }
    }

    private static VoicesProtocol.VoiceDescription Describe(VoiceInfo voice) => new(
        voice.Id, voice.Name, voice.Language, voice.Gender.ToString().ToLowerInvariant(), voice.Grade, voice.Source.ToString().ToLowerInvariant());

    /// <param name="Answer">A <see cref="VoiceLookup.VoiceFound"/> or a <see cref="VoiceLookup.VoiceNotFound"/>.</param>
    private sealed record Loaded(string Id, object Answer);
}
