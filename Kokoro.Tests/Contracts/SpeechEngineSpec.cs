using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices;
using Kokoro.Tests.EngineLink;
using Kokoro.Tests.TinyOnnx;

namespace Kokoro.Tests.Contracts;

/// <summary>What every speech engine promises, whichever process it is in.</summary>
public abstract class SpeechEngineSpec
{
    private static readonly ReadOnlyMemory<float> Style = new VoiceCatalogue(null).Find(VoiceCatalogue.DefaultStarter).Load().StyleRow(14);

    private static readonly SpeechRun Run = new SelfTest(Style, IsStrict: true).Run(RunWidth.Narrow);

    private static SpeechEngineSetup Setup => new(null, null, EngineProvider.Cpu, 2);

    private protected abstract Task<ISpeechEngine> StartAsync(SpeechEngineSetup setup, ReadOnlyMemory<float> style);

    [Fact]
    public async Task The_same_run_gives_the_same_samples_at_both_widths_and_in_both_processes()
    {
        await using var engine = await StartAsync(Setup, Style);
        using var model = TwoWidthModel.Open(Setup, static _ => { });

        var expected = model.Run(Run, CancellationToken.None);
        var narrow = await engine.RunAsync(Run, CancellationToken.None);
        var wide = await engine.RunAsync(Run with { Width = RunWidth.Wide }, CancellationToken.None);

        Assert.Equal(expected.Samples, narrow.Samples);
        Assert.Equal(expected.Durations, narrow.Durations);
        Assert.Equal(expected.Samples, wide.Samples);
    }

    [Fact]
    public async Task It_says_what_it_is_and_how_fast()
    {
        await using var engine = await StartAsync(Setup, Style);

        Assert.Equal("starter voice", engine.Info.Model);
        Assert.Equal(64, engine.Info.ModelHash.Length);
        Assert.True(engine.Info.SelfTestRate > 1, $"{engine.Info.SelfTestRate} s of audio a second");
        Assert.InRange(await engine.MeasureGainAsync(CancellationToken.None), 0.05, 20);
    }

    [Fact]
    public async Task What_it_refuses_leaves_it_ready()
    {
        await using var engine = await StartAsync(Setup, Style);

        await Assert.ThrowsAsync<SpeechException>(() => engine.RunAsync(Run with { Speed = 9 }, CancellationToken.None));

        Assert.NotEmpty((await engine.RunAsync(Run, CancellationToken.None)).Samples);
    }

    [Fact]
    public async Task A_cancelled_run_leaves_it_idle()
    {
        await using var engine = await StartAsync(Setup, Style);
        var longRun = Run with { Ids = [0, .. Enumerable.Repeat(Run.Ids[1..^1], 15).SelectMany(ids => ids), 0] };
        using var before = new CancellationTokenSource();
        await before.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.RunAsync(longRun, before.Token));
        using var during = new CancellationTokenSource();
        var running = engine.RunAsync(longRun, during.Token);
        await during.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.False(engine.Ended.IsCompleted);
        Assert.NotEmpty((await engine.RunAsync(Run, CancellationToken.None)).Samples);
    }

    [Fact]
    public async Task Its_end_is_told()
    {
        var engine = await StartAsync(Setup, Style);
        await engine.DisposeAsync();

        await engine.Ended.WaitAsync(TimeSpan.FromMinutes(1));
    }
}

public sealed class ChildSpeechEngineTests : SpeechEngineSpec, IDisposable
{
    private readonly Engines _engines = new();

    public void Dispose() => _engines.Dispose();

    /// <summary>508 ids at speed 0.25 by a slow voice are some 180 s of audio.</summary>
    [Fact]
    public async Task A_run_of_minutes_is_answered_and_one_beyond_any_speech_refused()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["tiny.onnx"], new TinyKokoro { KnownIds = 178, Gain = 0.001f }.ToModel());
        var style = Enumerable.Repeat(0.5f, 256).ToArray();
        await using var engine = await StartAsync(new SpeechEngineSetup(folder["tiny.onnx"], null, EngineProvider.Cpu, 1), style);

        var output = await engine.RunAsync(OfFrames(15), CancellationToken.None);
        var refused = await Assert.ThrowsAsync<SpeechException>(() => engine.RunAsync(OfFrames(170), CancellationToken.None));
        var after = await engine.RunAsync(OfFrames(1), CancellationToken.None);

        Assert.Equal(512 * 15 * 600, output.Samples.Length);
        Assert.Equal(SpeechErrorCode.EngineFailed, refused.Code);
        Assert.Contains("2176 s of audio", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(after.Samples);

        SpeechRun OfFrames(int frames) => new([.. Enumerable.Repeat(frames - 1L, 512)], style, 0.25f, RunWidth.Narrow);
    }

    [Fact]
    public async Task A_model_that_was_replaced_speaks_with_no_engine_of_the_same_starter()
    {
        using var folder = new TemporaryFolder();
        var style = Enumerable.Repeat(0.5f, 256).ToArray();
        var starter = new ChildSpeechEngineStarter(_engines.Real(), new SpeechEngineSetup(folder["tiny.onnx"], null, EngineProvider.Cpu, 1), style);
        var (one, other) = (new TinyKokoro { KnownIds = 178, Gain = 0.001f }.ToModel(), new TinyKokoro { KnownIds = 178, Gain = 0.002f }.ToModel());
        await File.WriteAllBytesAsync(folder["tiny.onnx"], one);
        await using var first = await starter.StartAsync(CancellationToken.None);

        await File.WriteAllBytesAsync(folder["tiny.onnx"], other);
        var refused = await Assert.ThrowsAsync<SpeechException>(() => starter.StartAsync(CancellationToken.None));
        await File.WriteAllBytesAsync(folder["tiny.onnx"], one);
        await using var again = await starter.StartAsync(CancellationToken.None);

        Assert.Contains("tiny.onnx was replaced", refused.Message, StringComparison.Ordinal);
        Assert.Equal(first.Info.ModelHash, again.Info.ModelHash);
    }

    private protected override Task<ISpeechEngine> StartAsync(SpeechEngineSetup setup, ReadOnlyMemory<float> style) =>
        new ChildSpeechEngineStarter(_engines.Real(), setup, style).StartAsync(CancellationToken.None);
}

public sealed class InProcessSpeechEngineTests : SpeechEngineSpec
{
    private protected override Task<ISpeechEngine> StartAsync(SpeechEngineSetup setup, ReadOnlyMemory<float> style) =>
        Task.FromResult<ISpeechEngine>(new InProcessSpeechEngine(setup));
}
