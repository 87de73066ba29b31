using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Kokoro.Actors.Pools;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Synthesis;
using Kokoro.Actors.Telemetry;
using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Tests.Actors.Synthesis;

public sealed class SynthesisActorTests : TestKit
{
    private readonly FakeStarter _starter = new();
    private readonly SpeechMetrics _metrics = new();
    private readonly TestProbe _router;
    private readonly TestProbe _writer;
    private readonly TestProbe _utterance;
    private readonly TestProbe _supervisor;

    public SynthesisActorTests()
    {
        _router = CreateTestProbe();
        _writer = CreateTestProbe();
        _utterance = CreateTestProbe();
        _supervisor = CreateTestProbe();
    }

    [Fact]
    public void It_announces_its_engine_speaks_and_is_free_again()
    {
        var (actor, engine) = StartReady();

        actor.Tell(Run(1));
        engine.Answer.SetResult(new ModelOutput(new float[1200], null));

        Assert.Equal(1200, _writer.ExpectMsg<RunProtocol.Spoken>().Pcm.Samples.Length);
        Assert.IsType<EngineProtocol.RunEnd.Finished>(_router.ExpectMsg<EngineProtocol.RunEnded>().End);
        _supervisor.ExpectMsg<PoolProtocol.WorkDone>();
    }

    [Theory]
    [InlineData(134, true)]
    [InlineData(137, false)]
    public void An_engine_that_ends_under_a_run_is_told_with_what_it_says_of_the_run(int exitCode, bool isEvidence)
    {
        var (actor, engine) = StartReady();
        Watch(actor);
        actor.Tell(Run(1));
        AwaitCondition(() => engine.IsAsked);

        engine.End(EngineEnd.Of(exitCode, KillCause.None));

        var lost = Assert.IsType<EngineProtocol.RunEnd.Lost>(_router.ExpectMsg<EngineProtocol.RunEnded>().End);
        Assert.Equal(isEvidence, lost.IsEvidence);
        ExpectTerminated(actor);
        AwaitCondition(() => _starter.Open == 0);
    }

    [Fact]
    public void An_engine_that_ends_idle_takes_its_actor_with_it()
    {
        var (actor, engine) = StartReady();
        Watch(actor);

        engine.End(EngineEnd.Of(137, KillCause.None));

        ExpectTerminated(actor);
    }

    [Fact]
    public void What_the_engine_refuses_is_told_to_the_utterance()
    {
        var (actor, engine) = StartReady();
        actor.Tell(Run(1));

        engine.Answer.SetException(new SpeechException(SpeechErrorCode.SpeedOutOfRange, "too fast"));

        Assert.Equal(ProblemKind.SpeedUnusable, _utterance.ExpectMsg<RunProtocol.RunFailed>().Problem.Kind);
        Assert.IsType<EngineProtocol.RunEnd.Refused>(_router.ExpectMsg<EngineProtocol.RunEnded>().End);
    }

    [Fact]
    public void A_run_is_terminated_only_if_it_is_the_one_in_work()
    {
        var (actor, engine) = StartReady();
        actor.Tell(Run(1));
        actor.Tell(new EngineProtocol.TerminateRun(new RunId(new UtteranceId(1), 7)));
        actor.Tell(new EngineProtocol.TerminateRun(new RunId(new UtteranceId(1), 1)));

        AwaitCondition(() => engine.Cancelled.IsCancellationRequested);
        engine.Answer.SetException(new OperationCanceledException());

        Assert.IsType<EngineProtocol.RunEnd.Terminated>(_router.ExpectMsg<EngineProtocol.RunEnded>().End);
    }

    [Fact]
    public void A_failed_start_is_told_and_ends_the_actor()
    {
        var actor = Start();
        Watch(actor);
        _starter.Started.SetException(new EngineEndedException(EngineEnd.Of(7, KillCause.None)));

        Assert.False(_supervisor.ExpectMsg<PoolProtocol.StartFailed>().IsOutside);
        ExpectTerminated(actor);
    }

    [Fact]
    public void An_engine_that_comes_after_its_actor_has_stopped_is_not_kept()
    {
        var actor = Start();
        Watch(actor);
        actor.Tell(PoisonPill.Instance);
        ExpectTerminated(actor);

        _starter.Started.SetResult(_starter.Make());

        AwaitCondition(() => _starter.Open == 0);
    }

    [Fact]
    public void It_announces_itself_to_each_life_of_the_router_with_what_it_holds()
    {
        var (actor, _) = StartReady();
        var run = Run(1);
        actor.Tell(run);

        Sys.EventStream.Publish(new RunProtocol.QueueLost(5));

        var ready = _router.ExpectMsg<EngineProtocol.EngineReady>();
        Assert.Equal((run, 5), (ready.Holding, ready.Epoch));
    }

    private (IActorRef Actor, FakeEngine Engine) StartReady()
    {
        var actor = Start();
        var engine = _starter.Make();
        _starter.Started.SetResult(engine);
        _supervisor.ExpectMsg<PoolProtocol.WorkerReady>();
        Assert.Null(_router.ExpectMsg<EngineProtocol.EngineReady>().Holding);
        return (actor, engine);
    }

    private IActorRef Start()
    {
        var (starter, router, metrics) = (_starter, _router.Ref, _metrics);
        return _supervisor.ChildActorOf(Props.Create(() => new SynthesisActor(0, starter, router, metrics)), "synthesis-0");
    }

    private EngineProtocol.SpeakRun Run(int index) => new(
        new(new(new UtteranceId(1), index), new TokenRun(index, [0, 1, 0], []), new float[256], 1, "c", Priority.Interactive, 1, null, _utterance.Ref, _writer.Ref),
        RunWidth.Narrow, TimeSpan.Zero, 1);

    private sealed class FakeStarter : ISpeechEngineStarter
    {
        private int _open;

        public TaskCompletionSource<ISpeechEngine> Started { get; } = new();

        public int Open => Volatile.Read(ref _open);

        public FakeEngine Make()
        {
            Interlocked.Increment(ref _open);
            return new FakeEngine(() => Interlocked.Decrement(ref _open));
        }

        public Task<ISpeechEngine> StartAsync(CancellationToken cancellationToken) => Started.Task;
    }

    private sealed class FakeEngine(Action closed) : ISpeechEngine
    {
        private readonly TaskCompletionSource<EngineEnd> _ended = new();

        public TaskCompletionSource<ModelOutput> Answer { get; } = new();

        public CancellationToken Cancelled { get; private set; }

        public bool IsAsked { get; private set; }

        public SpeechEngineInfo Info { get; } = new("m", "h", "s", [], 1, 1, 50, 1);

        public Task<EngineEnd> Ended => _ended.Task;

        public void End(EngineEnd end)
        {
            _ended.SetResult(end);
            Answer.TrySetException(new EngineEndedException(end));
        }

        public Task<ModelOutput> RunAsync(SpeechRun run, CancellationToken cancellationToken)
        {
            Cancelled = cancellationToken;
            IsAsked = true;
            return Answer.Task;
        }

        public Task<double> MeasureGainAsync(CancellationToken cancellationToken) => Task.FromResult(1.0);

        public ValueTask DisposeAsync()
        {
            closed();
            return ValueTask.CompletedTask;
        }
    }
}
