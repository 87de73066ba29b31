using System.Collections.Immutable;
using Akka.Actor;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;

namespace Kokoro.Tests.Actors.Edge;

public sealed class EdgeDeciderTests
{
    private static readonly AdmissionSettings Settings = new();

    private EdgeState _state = EdgeState.Initial;
    private ImmutableArray<EdgeEffect> _effects = [];

    [Fact]
    public void Before_the_first_engine_is_ready_nothing_is_taken()
    {
        Ask("a");
        Assert.Equal(ProblemKind.Starting, Refusal());
        Pool(ready: 0, isDegraded: true, rate: 0);
        Ask("a");
        Assert.Equal(ProblemKind.Degraded, Refusal());
        Pool(ready: 1);
        Ask("a");
        Assert.Equal(1, Begun());
    }

    [Fact]
    public void Without_an_engine_that_reads_nothing_is_taken_either()
    {
        Pool(ready: 1);
        Readers(ready: 0, hasStarted: false);
        Ask("a");
        Assert.Equal(ProblemKind.Starting, Refusal());

        Readers(ready: 0, isDegraded: true);
        Ask("a");

        var problem = Assert.IsType<EdgeEffect.Refuse>(Assert.Single(_effects)).Problem;
        Assert.Equal(ProblemKind.Degraded, problem.Kind);
        Assert.Contains("nobody reads", problem.Message, StringComparison.Ordinal);
        Assert.NotNull(problem.RetryAfter);
    }

    [Fact]
    public void While_engines_are_being_replaced_work_waits_for_them()
    {
        Pool(ready: 2);
        Pool(ready: 0);
        Readers(ready: 0);

        Ask("a");

        Assert.Equal(1, Begun());
    }

    [Fact]
    public void A_run_that_had_all_cores_says_no_more_of_the_rate_than_one_that_had_one()
    {
        Pool(ready: 2, rate: 50);
        for (var i = 0; i < 50; i++)
            Decide(new EngineProtocol.RunFinished(9, TimeSpan.FromSeconds(0.1), Parallel: 2, Gain: 1.8));

        Assert.Equal(100, _state.Admission.Rate.Total, 6);
    }

    [Fact]
    public void A_request_whose_client_is_gone_reserves_nothing()
    {
        Pool(ready: 1);

        Ask("a", gone: new CancellationToken(canceled: true));

        Assert.Equal(ProblemKind.ClientGone, Refusal());
        Assert.Empty(_state.Admission.Open);
    }

    [Fact]
    public void A_newer_play_of_a_session_ends_the_older_one_when_it_is_accepted_and_a_prefetch_ends_none()
    {
        Pool(ready: 1);
        Ask("a", session: "page");
        Ask("a", session: "page", intent: Intent.Prefetch);
        Accept(2);
        Assert.Empty(_effects);
        Ask("b", session: "page");
        Accept(3);
        Assert.Empty(_effects);

        Ask("a", session: "page");
        Assert.Equal(4, Begun());
        Assert.Single(_effects);
        Accept(4);

        Assert.Equal([1, 2], Stopped());
        Assert.All(_effects.OfType<EdgeEffect.Stop>(), stop => Assert.Equal(ProblemKind.Replaced, stop.Utterance.Problem.Kind));
    }

    [Fact]
    public void A_newer_play_that_is_refused_takes_nothing_from_its_listener()
    {
        Pool(ready: 1);
        Ask("a", session: "page");
        Accept(1);
        Ask("a", session: "page");
        Decide(new UtteranceProtocol.UtteranceEnded(new UtteranceId(2), new(ProblemKind.VoiceUnknown, "no such voice")));
        Assert.Empty(_effects);

        Ask("a", session: "page");
        Accept(3);

        Assert.Equal([1], Stopped());
    }

    [Fact]
    public void A_play_that_replaces_its_own_stream_takes_that_ones_place()
    {
        Pool(ready: 1, rate: 2.5); // 4 streams, and a fifth for newcomers
        foreach (var (client, session) in new[] { ("a", "one"), ("a", "two"), ("b", "one"), ("c", "one"), ("d", "one") })
        {
            Ask(client, session);
            Assert.NotEqual(0, Begun());
        }

        Ask("a", session: "one");

        Assert.Equal(6, Begun());
    }

    [Fact]
    public void A_drain_takes_nothing_new_waits_for_what_is_open_and_tells_how_it_ended()
    {
        Pool(ready: 1);
        Ask("a");
        Ask("b");
        Decide(new EdgeEvent.DrainAsked(TimeSpan.FromSeconds(25), ActorRefs.Nobody));
        Assert.IsType<EdgeEffect.StartDrainTimer>(Assert.Single(_effects));
        Ask("c");
        Assert.Equal(ProblemKind.Draining, Refusal());

        Decide(new UtteranceProtocol.UtteranceEnded(new UtteranceId(1), null));
        Assert.Empty(_effects);
        Decide(EdgeEvent.DrainTimeIsUp.Instance);
        Assert.Equal(2, Assert.IsType<EdgeEffect.Stop>(Assert.Single(_effects)).Utterance.Id.Number);
        Decide(new UtteranceProtocol.UtteranceEnded(new UtteranceId(2), new(ProblemKind.Draining, "stopped")));

        Assert.Equal(new DrainProtocol.Drained(Finished: 1, CutShort: 1), Assert.IsType<EdgeEffect.TellDrained>(Assert.Single(_effects)).Drained);
    }

    [Fact]
    public void After_a_restart_it_counts_what_is_open_and_gives_no_number_twice()
    {
        Pool(ready: 1);
        Ask("a");
        Ask("a");
        var open = _state.Admission.Open.Values.Select(held => new UtteranceProtocol.OpenUtterance(held.Ticket, held.SecondsMade, IsAccepted: false)).ToImmutableArray();
        var memory = new EdgeMemory();
        memory.Keep(_state);

        _state = memory.Recall();
        Decide(new UtteranceProtocol.OpenUtterances(open[1..]));
        Ask("a");

        Assert.Equal([2, 3], _state.Admission.Open.Keys);
        Assert.Equal(3, Begun());
    }

    [Fact]
    public void What_was_accepted_while_it_restarted_ends_what_it_replaces()
    {
        Pool(ready: 1);
        Ask("a", session: "page");
        Ask("a", session: "page");
        var open = _state.Admission.Open.Values.Select(held => new UtteranceProtocol.OpenUtterance(held.Ticket, held.SecondsMade, IsAccepted: true)).ToImmutableArray();
        var memory = new EdgeMemory();
        memory.Keep(_state);

        _state = memory.Recall();
        Decide(new UtteranceProtocol.OpenUtterances(open));

        Assert.Equal([1], Stopped());
    }

    private void Accept(long id) => Decide(new UtteranceProtocol.UtteranceAccepted(new UtteranceId(id)));

    private IEnumerable<long> Stopped() => _effects.OfType<EdgeEffect.Stop>().Select(stop => stop.Utterance.Id.Number);

    private void Pool(int ready, bool isDegraded = false, double rate = 50)
    {
        Readers(ready: 1);
        Decide(new EngineProtocol.PoolChanged(new(ready, 2, 0, 0, isDegraded, isDegraded ? "it broke" : null), "m", rate, 2));
    }

    private void Readers(int ready, bool isDegraded = false, bool hasStarted = true) =>
        Decide(new PhonemeProtocol.PhonemizersChanged(new(ready, 2, 0, 0, isDegraded, isDegraded ? "nobody reads" : null), hasStarted));

    private void Ask(string client, string? session = null, Intent intent = Intent.Play, CancellationToken gone = default)
    {
        var request = new SpeechRequest("Some text.", client) { Session = session, Intent = intent, Delivery = Delivery.Stream };
        Decide(new EdgeEvent.Asked(new(request, AudioChannel.Create(TimeSpan.FromSeconds(1)).Writer, gone), ActorRefs.Nobody));
    }

    private ProblemKind Refusal() => Assert.IsType<EdgeEffect.Refuse>(Assert.Single(_effects)).Problem.Kind;

    private long Begun() => _effects.OfType<EdgeEffect.Begin>().Single().Utterance.Ticket.Id.Number;

    private void Decide(object message) => (_state, _effects) = EdgeDecider.Decide(_state, Settings, message, TimeSpan.FromSeconds(100));
}
