using System.Collections.Immutable;
using Akka.Actor;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Synthesis.Routing;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Tests.Actors.Synthesis;

public sealed class RouterDeciderTests
{
    private readonly List<string> _spoken = [];
    private readonly List<RunProtocol.RunFailed> _failed = [];
    private RouterState _state = RouterState.Initial(permits: 2, epoch: 1);
    private RouterSettings _settings = new();
    private TimeSpan _now = TimeSpan.FromSeconds(100);
    private ImmutableArray<RouterEffect> _effects = [];

    [Fact]
    public void First_runs_and_runs_of_listeners_about_to_run_dry_alternate_before_everything_else()
    {
        Submit(Run(1, 5, client: "a"), Run(2, 0, client: "b"), Run(3, 3, client: "c", neededIn: 1), Run(4, 0, client: "d"), Run(5, 4, client: "e", neededIn: 0), Run(6, 2, client: "f", neededIn: 3));
        Engine(0);
        for (var i = 0; i < 5; i++)
            Finish(0);

        Assert.Equal(["u2/0", "u3/3", "u4/0", "u5/4", "u1/5", "u6/2"], _spoken);
    }

    [Fact]
    public void First_runs_go_round_the_clients()
    {
        Submit(Run(1, 0, "greedy"), Run(2, 0, "greedy"), Run(3, 0, "greedy"), Run(4, 0, "polite"));
        Engine(0);
        for (var i = 0; i < 3; i++)
            Finish(0);

        Assert.Equal(["u1/0", "u4/0", "u2/0", "u3/0"], _spoken);
    }

    [Fact]
    public void Other_runs_go_round_the_clients_by_cost_and_within_a_client_round_its_utterances()
    {
        Submit(
            Run(1, 1, "a", cost: 4), Run(1, 2, "a", cost: 4), Run(2, 1, "a", cost: 4),
            Run(3, 1, "b", cost: 2), Run(3, 2, "b", cost: 2), Run(3, 3, "b", cost: 2));
        Engine(0);
        for (var i = 0; i < 5; i++)
            Finish(0);

        Assert.Equal(["u1/1", "u3/1", "u3/2", "u2/1", "u3/3", "u1/2"], _spoken);
    }

    [Fact]
    public void Batch_keeps_a_tenth_while_others_wait()
    {
        for (var i = 0; i < 60; i++)
        {
            Submit(Run(1, i + 1, "a"));
            Submit(Run(2, i + 1, "b", priority: Priority.Batch));
        }

        Engine(0);
        for (var i = 0; i < 49; i++)
            Finish(0);

        Assert.InRange(_spoken.Count(run => run.StartsWith("u2/", StringComparison.Ordinal)), 4, 6);
    }

    /// <summary>However much one client has queued, another's first run waits for few others.</summary>
    [Fact]
    public void A_greedy_client_delays_a_first_run_by_few_others()
    {
        for (var i = 0; i < 200; i++)
            Submit(Run(i, 1, "greedy", neededIn: 0), Run(i, 2, "greedy", neededIn: 0));
        Engine(0);
        Finish(0);
        var before = _spoken.Count;
        Submit(Run(999, 0, "polite"));

        while (!_spoken.Contains("u999/0"))
            Finish(0);

        Assert.InRange(_spoken.Count - before, 1, 2 + 1);
    }

    [Theory]
    [InlineData(1.8, RunWidth.Wide)]
    [InlineData(1.2, RunWidth.Narrow)]
    public void A_lone_listener_gets_all_cores_if_the_model_gains_from_them(double gain, RunWidth expected)
    {
        Engine(0, gain);
        Engine(1, gain);
        Submit(Run(1, 0));

        Assert.Equal(expected, Speaks().Single().Run.Width);
        Assert.Equal(expected == RunWidth.Wide ? 2 : 1, _state.PermitsInUse);
        Submit(Run(2, 1));
        Assert.Equal(expected == RunWidth.Wide ? 1 : 2, _spoken.Count);
    }

    /// <summary>Else the drain rate takes what all cores make of one run for what each of the engines makes.</summary>
    [Theory]
    [InlineData(WidthPolicy.Adaptive, 1.8)]
    [InlineData(WidthPolicy.Wide, 2)]
    [InlineData(WidthPolicy.Narrow, 1)]
    public void A_finished_run_is_told_with_what_it_gained_from_all_cores(WidthPolicy policy, double gain)
    {
        _settings = _settings with { Width = policy };
        Engine(0, 1.8);
        Engine(1, 1.8);
        Submit(Run(1, 0));
        Finish(0);

        Assert.Equal(gain, Finished().Gain);
        Assert.Equal(2, Finished().Parallel);
        Submit(Run(2, 1));
        Finish(0);
        Assert.Equal(policy == WidthPolicy.Wide ? 2 : 1, Finished().Gain);
    }

    [Fact]
    public void Runs_of_a_whole_reply_are_spoken_side_by_side()
    {
        Engine(0, 1.8);
        Engine(1, 1.8);
        Submit(Run(1, 0) with { IsAwaited = false }, Run(1, 1));

        Assert.Equal(["u1/0", "u1/1"], _spoken);
    }

    [Fact]
    public void Two_listeners_get_one_core_each()
    {
        Submit(Run(1, 0, "a"), Run(2, 0, "b"));
        Engine(0, 1.8);
        Engine(1, 1.8);

        Assert.All(_state.Engines.Values, engine => Assert.Equal(1, engine.Permits));
    }

    [Fact]
    public void What_all_cores_gain_is_measured_once_by_one_engine_alone_while_nothing_waits_and_none_starts()
    {
        Engine(0, gain: null);
        Decide(new EngineProtocol.EnginesStarting(IsAny: true));
        Assert.Empty(_effects);
        Decide(new EngineProtocol.EnginesStarting(IsAny: false));
        var measure = Assert.IsType<RouterEffect.Measure>(_effects.Single());
        Assert.Equal(2, _state.PermitsInUse);
        Engine(1, gain: null);
        Submit(Run(1, 0));
        Assert.Empty(_spoken);

        Decide(new EngineProtocol.GainMeasured(measure.Engine, 1.8));

        Assert.Equal(RunWidth.Wide, Speaks().Single().Run.Width);
        Finish(0);
        Assert.DoesNotContain(_effects, effect => effect is RouterEffect.Measure);
    }

    [Fact]
    public void A_run_that_ends_two_engines_is_quarantined_and_not_given_to_a_third()
    {
        Engine(0);
        Submit(Run(1, 0, "a"), Run(2, 0, "b"));
        Lose(0, isEvidence: true);
        Engine(0);
        Assert.Equal(["u1/0", "u1/0"], _spoken);
        Lose(0, isEvidence: true);

        Assert.Equal(ProblemKind.Quarantined, Assert.Single(_failed).Problem.Kind);
        Submit(Run(1, 0, "a") with { Id = new(new UtteranceId(9), 0) });
        Assert.Equal(2, _failed.Count);
        Engine(0);
        Assert.Equal("u2/0", _spoken[^1]);
        _now += _settings.QuarantineFor;
        Finish(0);
        Submit(Run(1, 0, "a") with { Id = new(new UtteranceId(10), 0) });
        Assert.Equal("u10/0", _spoken[^1]);
    }

    [Fact]
    public void Engines_that_are_ended_from_outside_speak_against_no_run()
    {
        Submit(Run(1, 0));
        for (var i = 0; i <= _settings.OutsideRetries; i++)
        {
            Engine(0);
            Lose(0, isEvidence: false);
        }

        Assert.Equal(ProblemKind.EngineFailed, Assert.Single(_failed).Problem.Kind);
        Engine(0);
        Submit(Run(1, 0));
        Assert.Single(_failed);
    }

    [Fact]
    public void A_run_is_known_by_its_id_wherever_it_is()
    {
        Submit(Run(1, 0), Run(1, 1));
        Submit(Run(1, 1));
        Engine(0);
        Submit(Run(1, 0));
        Finish(0);
        Finish(0);

        Assert.Equal(["u1/0", "u1/1"], _spoken);
        Assert.Equal(0, _state.PermitsInUse);
    }

    [Fact]
    public void A_cancelled_run_holds_its_permit_until_the_engine_lets_go_of_it()
    {
        Engine(0);
        Submit(Run(1, 0), Run(1, 1), Run(2, 0));
        Decide(new RunProtocol.CancelRuns(new UtteranceId(1)));

        Assert.IsType<RouterEffect.Terminate>(_effects.Single());
        Assert.Equal(1, _state.PermitsInUse);
        Assert.Equal(["u1/0"], _spoken);
        Decide(new EngineProtocol.RunEnded(0, new(new UtteranceId(1), 0), EngineProtocol.RunEnd.Terminated.Instance));
        Assert.Equal(["u1/0", "u2/0"], _spoken);
    }

    [Fact]
    public void After_a_restart_engines_are_asked_again_and_keep_what_they_hold()
    {
        var held = new EngineProtocol.SpeakRun(Run(1, 0), RunWidth.Narrow, TimeSpan.Zero, 1);
        Decide(Ready(0, 1) with { Holding = held, Epoch = 0 });
        Assert.IsType<RouterEffect.AskAgain>(_effects.Single());
        Assert.Empty(_state.Engines);

        Submit(Run(1, 0), Run(1, 1));
        Decide(Ready(0, 1) with { Holding = held });

        Assert.Empty(_spoken);
        Finish(0);
        Assert.Equal(["u1/1"], _spoken);
    }

    private static EngineProtocol.EngineReady Ready(int number, double? gain) =>
        new(number, ActorRefs.Nobody, new SpeechEngineInfo("m", "h", "s", [], 2, gain, 50, Environment.TickCount), null, Epoch: 1);

    private RunProtocol.SubmitRun Run(long utterance, int index, string client = "c", double cost = 1, double? neededIn = null, Priority priority = Priority.Interactive) => new(
        new(new UtteranceId(utterance), index), new TokenRun(index, [0, utterance + 1, index + 1, 0], []), new float[4], 1, client, priority, cost,
        neededIn is { } seconds ? _now + TimeSpan.FromSeconds(seconds) : null, ActorRefs.Nobody, ActorRefs.Nobody) { IsAwaited = index == 0 };

    private void Submit(params RunProtocol.SubmitRun[] runs) => Array.ForEach(runs, Decide);

    private void Engine(int number, double? gain = 1) => Decide(Ready(number, gain));

    private void Finish(int number) =>
        Decide(new EngineProtocol.RunEnded(number, _state.Engines[number].Current!.Run.Id, new EngineProtocol.RunEnd.Finished(1, TimeSpan.FromSeconds(0.1))));

    private void Lose(int number, bool isEvidence) =>
        Decide(new EngineProtocol.RunEnded(number, _state.Engines[number].Current!.Run.Id, new EngineProtocol.RunEnd.Lost(isEvidence, "died")));

    private EngineProtocol.RunFinished Finished() => _effects.OfType<RouterEffect.TellEdge>().Single().Finished;

    private IEnumerable<RouterEffect.Speak> Speaks() => _effects.OfType<RouterEffect.Speak>();

    private void Decide(object message)
    {
        (_state, _effects) = RouterDecider.Decide(_state, _settings, message, _now);
        _spoken.AddRange(Speaks().Select(speak => speak.Run.Run.Id.ToString()));
        _failed.AddRange(_effects.OfType<RouterEffect.TellUtterance>().Select(tell => tell.Failure));
    }
}
