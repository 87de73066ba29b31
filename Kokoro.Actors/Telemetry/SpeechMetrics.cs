using System.Diagnostics.Metrics;
using Kokoro.Actors.Edge.Admitting;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Synthesis.Routing;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Actors.Telemetry;

/// <summary>
/// What the actors measure, as OpenTelemetry instruments; docs/metrics.md lists them as Prometheus names them. Thread-safe. Nothing of a text is in them.
/// </summary>
internal sealed class SpeechMetrics : IDisposable
{
    public const string MeterName = "Kokoro";

    private const string Whole = "whole";

    /// <summary>From a warm short request to a deadline of a minute.</summary>
    private static readonly InstrumentAdvice<double> Waits = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] };

    /// <summary>From a hundred times real time to slower than speech.</summary>
    private static readonly InstrumentAdvice<double> Factors = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2] };

    /// <summary>Ends that nobody waited for to the end of the audio.</summary>
    private static readonly ProblemKind[] Cancels =
        [ProblemKind.ClientGone, ProblemKind.DeadlinePassed, ProblemKind.ReaderStalled, ProblemKind.Replaced, ProblemKind.Draining, ProblemKind.ReplyTooLarge];

    private readonly Histogram<double> _firstAudio;
    private readonly Histogram<double> _runTime;
    private readonly Histogram<double> _runWait;
    private readonly Histogram<double> _realTimeFactor;
    private readonly Counter<double> _audio;
    private readonly Counter<long> _underruns;
    private readonly Counter<double> _silence;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _cancelled;
    private readonly Counter<long> _restarts;
    private readonly Counter<long> _sent;
    private RouterState? _router;
    private Admission? _admission;

    public SpeechMetrics()
    {
        Meter = new Meter(MeterName);
        _firstAudio = Meter.CreateHistogram("kokoro.first_audio.duration", "s", "From a request to its first sound.", tags: null, Waits);
        _runTime = Meter.CreateHistogram("kokoro.run.duration", "s", "Engine time of a run.", tags: null, Waits);
        _runWait = Meter.CreateHistogram("kokoro.run.wait", "s", "Time of a run in the queue.", tags: null, Waits);
        _realTimeFactor = Meter.CreateHistogram("kokoro.run.real_time_factor", "", "Engine time of a run for a second of its audio; less is faster.", tags: null, Factors);
        _audio = Meter.CreateCounter<double>("kokoro.run.audio", "s", "Audio that engines made.");
        _underruns = Meter.CreateCounter<long>("kokoro.stream.underruns", "{underrun}", "Times that a stream had nothing to send although its listener had heard all of it.");
        _silence = Meter.CreateCounter<double>("kokoro.stream.silence", "s", "How long those listeners heard nothing.");
        _refused = Meter.CreateCounter<long>("kokoro.requests.refused", "{request}", "Requests answered with a problem, by its kind.");
        _ended = Meter.CreateCounter<long>("kokoro.utterances.ended", "{utterance}", "Admitted requests that have ended: whole, or by the kind of their problem.");
        _cancelled = Meter.CreateCounter<long>("kokoro.utterances.cancelled", "{utterance}", "Admitted requests that were not wanted or not possible to their end, by cause.");
        _restarts = Meter.CreateCounter<long>("kokoro.engine.restarts", "{restart}", "Engines that ended or did not start and are replaced, by cause.");
        _sent = Meter.CreateCounter<long>("kokoro.audio.sent", "By", "Bytes of audio handed to connections.");
        CreateGauges();
    }

    /// <summary>This server's alone; another server in the same process has its own of the same name.</summary>
    public Meter Meter { get; }

    /// <summary>Asked when somebody looks: words and passages that are not read any more.</summary>
    public Func<int> QuarantinedWords { get; set; } = static () => 0;

    public void Dispose() => Meter.Dispose();

    /// <summary>Counts that an operator waits for stand at zero before there is anything to count, so that their first step is seen.</summary>
    public void BeginAtZero()
    {
        foreach (var cause in Cancels)
            _cancelled.Add(0, Tag("cause", Word(cause)));
        foreach (var cause in new[] { ProblemKind.Full, ProblemKind.OverShare })
            _refused.Add(0, Tag("cause", Word(cause)));
        _underruns.Add(0);
        _silence.Add(0);
        _ended.Add(0, Tag("outcome", Whole));
    }

    public void FirstAudio(Delivery delivery, TimeSpan after) => _firstAudio.Record(after.TotalSeconds, Tag("delivery", Word(delivery)));

    /// <param name="silence">How long the listener heard nothing.</param>
    public void Underrun(TimeSpan silence)
    {
        _underruns.Add(1);
        _silence.Add(silence.TotalSeconds);
    }

    public void RunSpoken(double audioSeconds, TimeSpan took, TimeSpan waited, RunWidth width)
    {
        var tag = Tag("width", Word(width));
        _runTime.Record(took.TotalSeconds, tag);
        _runWait.Record(waited.TotalSeconds);
        _audio.Add(audioSeconds);
        if (audioSeconds > 0)
            _realTimeFactor.Record(took.TotalSeconds / audioSeconds, tag);
    }

    /// <param name="cause">A problem's kind, in snake case.</param>
    public void Refused(string cause) => _refused.Add(1, Tag("cause", cause));

    public void Ended(SpeechProblem? problem)
    {
        _ended.Add(1, Tag("outcome", problem is null ? Whole : Word(problem.Kind)));
        if (problem is not null && Cancels.Contains(problem.Kind))
            _cancelled.Add(1, Tag("cause", Word(problem.Kind)));
    }

    /// <param name="pool">"synthesis" or "phonemizers".</param>
    /// <param name="cause">In snake case.</param>
    public void EngineRestarted(string pool, string cause) => _restarts.Add(1, Tag("pool", pool), Tag("cause", cause));

    public void AudioSent(string format, int bytes) => _sent.Add(bytes, Tag("format", format));

    /// <summary>Called for each change, so it costs one store; what is to be counted is counted when somebody looks.</summary>
    public void Queue(RouterState state) => Volatile.Write(ref _router, state);

    /// <inheritdoc cref="Queue"/>
    public void Admitted(Admission admission) => Volatile.Write(ref _admission, admission);

    private void CreateGauges()
    {
        Router("kokoro.queue.runs", "{run}", "Runs that wait for an engine.", static state => state.Queue.Count);
        Router("kokoro.queue.audio", "s", "Predicted audio of the runs that wait.", static state => state.Queue.Values.Sum(queued => queued.Run.CostSeconds));
        Router("kokoro.permits", "{permit}", "Runs that may be in work at the same time: one for each core.", static state => state.Permits);
        Router("kokoro.permits.in_use", "{permit}", "Permits held by runs.", static state => state.PermitsInUse);
        Meter.CreateObservableGauge(
            "kokoro.quarantine.texts", () => (_router?.Quarantine.Until.Count ?? 0) + QuarantinedWords(), "{text}", "Words, passages and runs that ended engines and are not tried again.");
        Meter.CreateObservableGauge("kokoro.drain_rate", () => _admission?.Rate.Total ?? 0, "1", "Seconds of audio made per second when all engines work.");
        Meter.CreateObservableGauge("kokoro.utterances.open", () => ByDelivery(static _ => 1), "{utterance}", "Admitted requests that have not ended.");
        Meter.CreateObservableGauge("kokoro.admission.audio", () => ByDelivery(static held => held.SecondsLeft), "s", "Predicted audio still to be made for admitted requests.");
    }

    private void Router(string name, string unit, string description, Func<RouterState, double> read) =>
        Meter.CreateObservableGauge(name, () => Volatile.Read(ref _router) is { } state ? read(state) : 0, unit, description);

    private IEnumerable<Measurement<double>> ByDelivery(Func<Held, double> amount)
    {
        var open = Volatile.Read(ref _admission)?.Open.Values ?? [];
        foreach (var delivery in Enum.GetValues<Delivery>())
            yield return new(open.Where(held => held.Ticket.Delivery == delivery).Sum(amount), Tag("delivery", Word(delivery)));
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static string Word<T>(T value)
        where T : struct, Enum => SnakeCase.Of(value);
}
