using Akka.Actor;
using Kokoro.Actors.Pools;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Phonemizers;

/// <summary>Knows which clause is where. It has no children; after a restart everybody tells it again.</summary>
internal sealed class PhonemizerRouter : ReceiveActor
{
    private readonly Dictionary<IActorRef, int> _watched = [];
    private ReaderState _state;

    /// <param name="epoch">The last one; it outlives this instance, whose own is the next.</param>
    public PhonemizerRouter(RouterEpoch epoch)
    {
        _state = ReaderState.Initial(epoch.Next());
        Receive<PhonemeProtocol.PhonemizeClause>(clause => Decide(new QueuedClause(clause, Sender)));
        Receive<RouterStateProtocol.GetRouterState>(_ => Sender.Tell(Describe()));
        Receive<Terminated>(gone =>
        {
            if (_watched.Remove(gone.ActorRef, out var slot) && _state.Readers.TryGetValue(slot, out var reader) && reader.Worker.Equals(gone.ActorRef))
                Decide(new ReaderProtocol.ReaderLost(slot));
        });
        ReceiveAny(Decide);
    }

    protected override void PreRestart(Exception reason, object message)
    {
        if (!Sender.IsNobody())
            Sender.Tell(new Status.Failure(reason));
        base.PreRestart(reason, message);
    }

    /// <summary>Every life but the first has lost a queue, also one that begins because the supervisor restarted.</summary>
    protected override void PreStart()
    {
        if (_state.Epoch > RouterEpoch.First)
            Context.System.EventStream.Publish(new PhonemeProtocol.PhonemeQueueLost(_state.Epoch));
    }

    private void Decide(object message)
    {
        if (message is ReaderProtocol.ReaderReady ready && _watched.TryAdd(ready.Worker, ready.Slot))
            Context.Watch(ready.Worker);
        var decision = ReaderDecider.Decide(_state, message);
        _state = decision.State;
        foreach (var effect in decision.Effects)
        {
            switch (effect)
            {
                case ReaderEffect.Read read:
                    read.Worker.Tell(new ReaderProtocol.ReadClause(read.Clause));
                    break;
                case ReaderEffect.AskAgain ask:
                    ask.Worker.Tell(new ReaderProtocol.AnnounceReader(ask.Epoch));
                    break;
                case ReaderEffect.GiveUp giveUp:
                    giveUp.Worker.Tell(new ReaderProtocol.GiveUp(giveUp.Utterance));
                    break;
                case ReaderEffect.Tell tell:
                    tell.Asker.Tell(tell.Failure);
                    break;
            }
        }
    }

    private RouterStateProtocol.RouterState Describe() => new(
        _state.Queue.Count, _state.Readers.Count, _state.Readers.Values.Count(reader => reader.Current is not null),
        [.. _state.Readers.Values.Select(reader => new HealthProtocol.EngineHealth(
            $"phonemizer-{reader.Slot}", reader.Current is null ? "idle" : "busy", reader.ProcessId))]);
}
