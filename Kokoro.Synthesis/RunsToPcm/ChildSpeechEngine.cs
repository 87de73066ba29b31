using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>A speech engine in a process of its own. What it answers is checked before anybody hears it.</summary>
internal sealed class ChildSpeechEngine : ISpeechEngine
{
    /// <summary>Odd, so that there is a median.</summary>
    private const int GainRuns = 3;

    private readonly EngineChild _child;
    private readonly SelfTest _test;
    private readonly Action<double> _keepGain;
    private readonly RunPredictor _predictor;

    private ChildSpeechEngine(EngineChild child, SelfTest test, SpeechEngineInfo info, Action<double> keepGain, RunPredictor predictor)
    {
        _child = child;
        _test = test;
        _keepGain = keepGain;
        _predictor = predictor;
        Info = info;
    }

    public SpeechEngineInfo Info { get; }

    public Task<EngineEnd> Ended => _child.Ended;

    /// <param name="wideGain">Null: not known yet.</param>
    /// <param name="keepGain">Takes it once it has been measured.</param>
    /// <param name="startTook">What the first wide run may take beyond its work, as it opens the model once more.</param>
    /// <param name="log">Takes a warning.</param>
    /// <exception cref="SpeechException">It did not pass its self-test; the child is gone.</exception>
    /// <exception cref="EngineEndedException">It ended in its self-test.</exception>
    public static async Task<ChildSpeechEngine> TestAsync(
        EngineChild child, SelfTest test, double? wideGain, Action<double> keepGain, TimeSpan startTook, Action<string> log, CancellationToken cancellationToken)
    {
        var hello = child.Hello;
        var info = new SpeechEngineInfo(
            hello.Model, hello.ModelHash, hello.Software, hello.Providers, hello.Threads, wideGain, SelfTestRate: 0, child.ProcessId);
        var untested = new ChildSpeechEngine(child, test, info, keepGain, new RunPredictor(info.SelfTestRate, info.Threads, startTook));
        RunAnswer answer;
        try
        {
            answer = await untested.AskAsync(test.Run(RunWidth.Narrow), cancellationToken).ConfigureAwait(false);
        }
        catch (SpeechException e)
        {
            throw SelfTest.Failed(hello.Model, e);
        }

        if (test.Judge(answer.Output, hello.Model) is { } warning)
            log(warning);
        info = info with { SelfTestRate = answer.Rate };
        return new ChildSpeechEngine(child, test, info, keepGain, new RunPredictor(info.SelfTestRate, info.Threads, startTook));
    }

    public async Task<ModelOutput> RunAsync(SpeechRun run, CancellationToken cancellationToken) =>
        (await AskAsync(run, cancellationToken).ConfigureAwait(false)).Output;

    public async Task<double> MeasureGainAsync(CancellationToken cancellationToken)
    {
        // The first wide run opens the session and tells nothing.
        await AskAsync(_test.Run(RunWidth.Wide), cancellationToken).ConfigureAwait(false);
        var gain = await MedianAsync(RunWidth.Narrow).ConfigureAwait(false) / await MedianAsync(RunWidth.Wide).ConfigureAwait(false);
        _keepGain(gain);
        return gain;

        async Task<double> MedianAsync(RunWidth width)
        {
            var took = new double[GainRuns];
            for (var i = 0; i < took.Length; i++)
                took[i] = (await AskAsync(_test.Run(width), cancellationToken).ConfigureAwait(false)).Took.TotalSeconds;
            Array.Sort(took);
            return took[GainRuns / 2];
        }
    }

    public ValueTask DisposeAsync() => _child.DisposeAsync();

    private async Task<RunAnswer> AskAsync(SpeechRun run, CancellationToken cancellationToken)
    {
        var answer = await _child.AskAsync(RunRequest.Encode(run), _predictor.Of(run), cancellationToken).ConfigureAwait(false);
        try
        {
            var read = RunAnswer.Decode(answer.Span, run.Ids.Length);
            _predictor.Learn(run.Width, read.Rate);
            return read;
        }
        catch (BadFrameException e)
        {
            throw await _child.RejectAsync(e).ConfigureAwait(false);
        }
    }
}
