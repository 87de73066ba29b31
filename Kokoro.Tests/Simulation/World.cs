using System.Collections.Immutable;
using Akka.Actor;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Synthesis.Routing;
using Kokoro.Actors.Utterances;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Tests.Simulation;

/// <summary>
/// A whole server as pure state in virtual time: clients, edge, utterances, writers and router with their real deciders, engines that fail. One seed is one
/// interleaving; when nothing can happen any more, every request must have ended exactly once, whole and exact or with a problem, and nothing may be held.
/// </summary>
internal sealed class World
{
    public static readonly ServerSettings Settings = new() { Router = new() { Permits = 2 } };
    public static readonly SpeechProblem Fault = new(ProblemKind.Internal, "a fault");
    public static readonly object PieceThere = new();
    public static readonly SpeechEngineInfo EngineInfo = new("m", "00", "s", [], 2, null, 50, null);
    public static readonly PcmRun Sound = new(0, new TextRange(0, 1), new float[1], []);
    public static readonly ReadOnlyMemory<float> Style = new float[4];

    public static readonly ImmutableArray<Clause> Clauses =
        [.. Enumerable.Range(0, 4).Select(index => new Clause(index, [new SpokenWord("a", new TextRange(index, index + 1), spaceBefore: false)], ClauseEnd.Sentence))];

    private const int Engines = 2;
    private const int MostSteps = 20_000;

    private static readonly Voice Voice = new VoiceCatalogue(null).Find(VoiceCatalogue.DefaultStarter);

    private readonly SimEdge _edge;
    private readonly SimUtterances _utterances;
    private readonly SimEngine[] _engines;
    private RouterState _router = RouterState.Initial(2, epoch: 1);

    public World(int seed)
    {
        Random = new Random(seed);
        Mail = new Mail(Random);
        Faults = new Faults(Random);
        _edge = new SimEdge(this);
        _utterances = new SimUtterances(this);
        _engines = [.. Enumerable.Range(0, Engines).Select(number => new SimEngine(this, number))];
        Clients = [.. Enumerable.Range(0, Random.Next(1, 5)).Select(Client)];
    }

    public Random Random { get; }

    /// <summary>Every message, for whoever wants to see how a seed failed.</summary>
    public List<string>? Story { get; init; }

    public Mail Mail { get; }

    public Faults Faults { get; }

    public ImmutableArray<SimClient> Clients { get; }

    /// <summary>Ends of engines that speak against a run, and others.</summary>
    public Dictionary<RunId, int> Evidence { get; } = [];

    public Dictionary<RunId, int> Outside { get; } = [];

    public void Send(Address from, Role to, object message) => Mail.Send(from, new(to), message);

    public void SendToUtterance(Address from, UtteranceId id, object message) => Mail.Send(from, new(Role.Utterance, id.Number), message);

    public void SendToWriter(Address from, UtteranceId id, object message) => Mail.Send(from, new(Role.Writer, id.Number), message);

    public void SendGone(SimClient client) => SendToUtterance(new(Role.Client, client.Number), client.Utterance!.Value, new UtteranceEvent.Gone(ProblemKind.ClientGone));

    public void AnnouncePools()
    {
        Send(default, Role.Edge, new EngineProtocol.PoolChanged(new(2, 2, 0, 0, false, null), "m", 50, 2));
        Send(default, Role.Edge, new PhonemeProtocol.PhonemizersChanged(new(2, 2, 0, 0, false, null), HasStarted: true));
    }

    private void TellRouter() => Send(default, Role.Router, new EngineProtocol.EnginesStarting(IsAny: false));

    /// <summary>The writer's one question is answered as soon as there is space.</summary>
    public void OfferSpace(SimClient client)
    {
        if (!client.IsAwaited || client.Channel.Count == SimClient.Capacity)
            return;
        client.IsAwaited = false;
        SendToWriter(new(Role.Client, client.Number), client.Utterance!.Value, Kokoro.Actors.Utterances.Writing.WriterEvent.SpaceFreed.Instance);
    }

    /// <returns>How many steps it took.</returns>
    public int Run()
    {
        AnnouncePools();
        TellRouter();
        foreach (var engine in _engines)
            engine.Start();
        foreach (var client in Clients)
            Ask(client);
        if (Random.Next(8) == 0)
            Mail.Start(new(Role.Edge), "ask-drain", new EdgeEvent.DrainAsked(TimeSpan.FromSeconds(5), ActorRefs.Nobody), TimeSpan.FromMilliseconds(Random.Next(400)));

        for (var step = 0; step < MostSteps; step++)
        {
            if (Mail.Next() is not { } next)
                return step;
            Deliver(next);
        }

        Assert.Fail("it does not come to rest");
        return 0;
    }

    public void Check()
    {
        foreach (var client in Clients)
            CheckClient(client);
        Assert.Empty(_edge.State.Admission.Open);
        Assert.Empty(_utterances.OpenIds);
        Assert.Empty(_router.Queue);
        Assert.Equal(0, _router.PermitsInUse);
        Assert.All(_engines, engine => Assert.Null(engine.Holding));
        Assert.True(_edge.State.Drain is not { Askers.IsEmpty: false }, "who asked to drain was never told");
    }

    private static void Require(bool condition, SimClient client, string what) => Assert.True(condition, $"client {client.Number} ({client.Utterance}): {what}");

    private void CheckClient(SimClient client)
    {
        Require(client.Answers.Count == 1, client, $"{client.Answers.Count} answers");
        if (client.Answers[0] is SpeakProtocol.Refused)
        {
            Require(client.Heard.Count == 0 && !client.IsComplete, client, "was refused and got audio");
            return;
        }

        Require(client.IsComplete, client, "its channel was never completed");
        var heard = client.Heard.Concat(client.Channel).ToArray();
        var expected = Enumerable.Range(0, client.Runs).SelectMany(run => Enumerable.Range(0, SimClient.PiecesOf(run)).Select(piece => (run, piece)));
        Require(heard.SequenceEqual(expected.Take(heard.Length)), client, "the audio is not in order");
        if (client.Problem is null)
            Require(heard.SequenceEqual(expected), client, "the audio was cut silently");
        if (client.Problem?.Kind == ProblemKind.Quarantined)
            Require(Evidence.Any(run => run.Key.Utterance == client.Utterance && run.Value >= 2), client, "an innocent text was quarantined");
    }

    private SimClient Client(int number)
    {
        var request = new SpeechRequest(new string('a', Random.Next(1, 400)), $"c{Random.Next(2)}")
        {
            Delivery = Random.Next(2) == 0 ? Delivery.Stream : Delivery.Whole,
            Priority = Random.Next(5) == 0 ? Priority.Batch : Priority.Interactive,
            Session = Random.Next(4) == 0 ? "s" : null,
        };
        return new(number, request, [.. Enumerable.Range(0, Random.Next(0, 4)).Select(_ => Random.Next(0, 3))], new CancellationTokenSource());
    }

    private void Ask(SimClient client)
    {
        client.Speak = new(client.Request, AudioChannel.Create(TimeSpan.FromSeconds(1)).Writer, client.Gone.Token);
        var me = new Address(Role.Client, client.Number);
        Mail.Send(me, new(Role.Edge), new EdgeEvent.Asked(client.Speak, ActorRefs.Nobody));
        if (Random.Next(4) == 0)
            Mail.Start(me, "gone", GoesAway, TimeSpan.FromMilliseconds(Random.Next(1, 600)));
        client.IsStalled = Random.Next(12) == 0;
    }

    private static readonly object GoesAway = new();

    private void Deliver(Envelope envelope)
    {
        if (Story is not null)
        {
            var message = envelope.Message.ToString()!;
            Story.Add($"{Mail.Now.TotalMilliseconds,6:0} ms {envelope.From.Role}-{envelope.From.Id} -> {envelope.To.Role}-{envelope.To.Id}: {message[..Math.Min(message.Length, 120)]}");
        }

        switch (envelope.To.Role)
        {
            case Role.Client:
                OnClient(Clients[(int)envelope.To.Id], envelope.Message);
                break;
            case Role.Edge:
                _edge.Handle(envelope);
                break;
            case Role.Utterances:
                _utterances.Handle(envelope.Message);
                break;
            case Role.Utterance:
                _utterances.Find(envelope.To.Id)?.Handle(envelope.Message);
                break;
            case Role.Writer:
                _utterances.Find(envelope.To.Id)?.HandleWriter(envelope.Message);
                break;
            case Role.Voices:
                Mail.Send(envelope.To, envelope.From, new VoiceLookup.VoiceFound(Voice, null!));
                break;
            case Role.Phonemizers:
                OnPhonemizers(envelope);
                break;
            case Role.Router:
                OnRouter(envelope.Message);
                break;
            case Role.Engine:
                _engines[envelope.To.Id].Handle(envelope.Message);
                break;
        }
    }

    private void OnClient(SimClient client, object message)
    {
        if (message is SpeakProtocol.Accepted or SpeakProtocol.Refused)
        {
            client.Answers.Add(message);
        }
        else if (message == GoesAway)
        {
            client.Gone.Cancel();
            if (client.Utterance is not null)
                SendGone(client);
        }
        else if (message == PieceThere && !client.IsStalled && client.Channel.TryDequeue(out var piece))
        {
            client.Heard.Add(piece);
            OfferSpace(client);
        }
    }

    private void OnPhonemizers(Envelope envelope)
    {
        if (envelope.Message is not PhonemeProtocol.PhonemizeClause ask)
            return;
        if (Faults.Strikes(30))
        {
            foreach (var id in _utterances.OpenIds)
                Mail.Send(envelope.To, new(Role.Utterance, id), new PhonemeProtocol.PhonemeQueueLost(2));
        }
        else if (Faults.Strikes(30))
        {
            Mail.Send(envelope.To, envelope.From, new PhonemeProtocol.ClauseFailed(ask.Utterance, ask.Clause.Index, Fault));
        }
        else
        {
            Mail.Send(envelope.To, envelope.From, new PhonemeProtocol.ClausePhonemized(ask.Utterance, new(ask.Clause.Index, [], ask.Clause.End, PhonemizeOutcome.Whole)));
        }
    }

    private void OnRouter(object message)
    {
        if (Faults.Strikes(60))
        {
            // It restarts without what it knew, and everybody tells it again. The message that it failed at is lost.
            _router = RouterState.Initial(2, _router.Epoch + 1);
            TellRouter();
            for (var number = 0; number < Engines; number++)
                Mail.Send(new(Role.Router), new(Role.Engine, number), new RunProtocol.QueueLost(_router.Epoch));
            foreach (var id in _utterances.OpenIds)
                Mail.Send(new(Role.Router), new(Role.Utterance, id), new RunProtocol.QueueLost(_router.Epoch));
            return;
        }

        var decision = RouterDecider.Decide(_router, Settings.Router, message, Mail.Now);
        _router = decision.State;
        foreach (var effect in decision.Effects)
            Carry(effect);

        // An engine that announces what an earlier life of the router gave it may hold more; nothing is added to that.
        if (decision.Effects.Any(effect => effect is RouterEffect.Speak or RouterEffect.Measure))
            Assert.True(_router.PermitsInUse <= _router.Permits, "more permits were handed out than there are");
    }

    private void Carry(RouterEffect effect)
    {
        var me = new Address(Role.Router);
        switch (effect)
        {
            case RouterEffect.Speak speak:
                Mail.Send(me, new(Role.Engine, speak.Engine), speak.Run);
                break;
            case RouterEffect.Terminate terminate:
                Mail.Send(me, new(Role.Engine, terminate.Engine), new EngineProtocol.TerminateRun(terminate.Id));
                break;
            case RouterEffect.AskAgain ask:
                Mail.Send(me, new(Role.Engine, ask.Engine), new EngineProtocol.AnnounceEngine(ask.Epoch));
                break;
            case RouterEffect.Measure measure:
                Mail.Send(me, new(Role.Engine, measure.Engine), EngineProtocol.MeasureGain.Instance);
                break;
            case RouterEffect.TellUtterance tell:
                SendToUtterance(me, tell.Failure.Id.Utterance, tell.Failure);
                break;
            case RouterEffect.TellEdge tell:
                Send(me, Role.Edge, tell.Finished);
                break;
        }
    }
}
