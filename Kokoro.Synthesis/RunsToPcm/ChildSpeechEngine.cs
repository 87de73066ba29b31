using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>A speech engine in a process of its own. What it answers is checked before anybody hears it.</summary>
internal sealed class ChildSpeechEngine : ISpeechEngine
{
    /// <summary>English has some 14 phonemes and marks in a second.</summary>
    private const double IdsPerSecond = 14;

    /// <summary>Of the newest run in the speed that predictions use.</summary>
    private const double SpeedWeight = 0.2;

    /// <summary>A machine that makes less than a tenth of a second of speech in a second is not one to predict for.</summary>
    private const double LeastSpeed = 0.1;

    /// <summary>Odd, so that there is a median.</summary>
    private const int GainRuns = 3;

    private readonly EngineChild _child;
    private readonly SelfTest _test;
    private readonly Action<double> _keepGain;
    private double _speed;

    private ChildSpeechEngine(EngineChild child, SelfTest test, SpeechEngineInfo info, Action<double> keepGain)
    {
        _child = child;
        _test = test;
        _keepGain = keepGain;
        _speed = info.SelfTestRate;
        Info = info;
    }

    public SpeechEngineInfo Info { get; }

    public Task<EngineEnd> Ended => _child.Ended;

    /// <param name="wideGain">Null: not known yet.</param>
    /// <param name="keepGain">Takes it once it has been measured.</param>
    /// <param name="log">Takes a warning.</param>
    /// <exception cref="SpeechException">It did not pass its self-test; the child is gone.</exception>
    /// <exception cref="EngineEndedException">It ended in its self-test.</exception>
    public static async Task<ChildSpeechEngine> TestAsync(
        EngineChild child, SelfTest test, double? wideGain, Action<double> keepGain, Action<string> log, CancellationToken cancellationToken)
    {
        var hello = child.Hello;
        var info = new SpeechEngineInfo(
            hello.Model, hello.ModelHash, hello.Software, hello.Providers, hello.Threads, wideGain, SelfTestRate: LeastSpeed, child.ProcessId);
        var untested = new ChildSpeechEngine(child, test, info, keepGain);
        var answer = await untested.AskAsync(test.Run(RunWidth.Narrow), cancellationToken).ConfigureAwait(false);
        if (test.Judge(answer.Output, hello.Model) is { } warning)
            log(warning);
        return new ChildSpeechEngine(child, test, info with { SelfTestRate = Speed(answer) }, keepGain);
    }

    public async Task<ModelOutput> RunAsync(SpeechRun run, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(run, cancellationToken).ConfigureAwait(false);
        _speed += (Speed(answer) - _speed) * SpeedWeight;
        return answer.Output;
    }

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
        var audio = (run.Ids.Length - 2) / IdsPerSecond / run.Speed;
        var predicted = Prediction.OneThread(TimeSpan.FromSeconds(audio / Math.Max(_speed, LeastSpeed)));
        var answer = await _child.AskAsync(RunRequest.Encode(run), predicted, cancellationToken).ConfigureAwait(false);
        try
        {
            return RunAnswer.Decode(answer.Span, run.Ids.Length);
        }
        catch (BadFrameException e)
        {
            throw await _child.RejectAsync(e).ConfigureAwait(false);
        }
    }

    /// <returns>Seconds of audio in a second of the model's work.</returns>
    private static double Speed(RunAnswer answer) =>
        answer.Output.Samples.Length / (double)PcmRun.SampleRate / Math.Max(answer.Took.TotalSeconds, 1e-6);
}
