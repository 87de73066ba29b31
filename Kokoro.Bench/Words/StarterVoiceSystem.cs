using Kokoro.Host.Cli;
using Kokoro.Synthesis;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Bench.Words;

/// <summary>A voice of Kokoro, through the pipeline that the program itself uses.</summary>
internal sealed class StarterVoiceSystem : ISystemUnderTest
{
    private readonly Speaker _speaker;
    private SpeechPipeline? _pipeline;

    /// <exception cref="SpeechException">There is no voice of this name.</exception>
    public StarterVoiceSystem(string voice)
    {
        Name = voice;
        _speaker = Speaker.Start(SpeakerChoice.Starter with { Voice = voice, Language = Language.AmericanEnglish.Code });
    }

    public string Name { get; }

    public async Task SpeakAsync(string sentence, string wavPath, CancellationToken cancellationToken)
    {
        _pipeline ??= await _speaker.OpenAsync(SpeakingSpeed.Normal, cancellationToken).ConfigureAwait(false);
        var text = TextCutter.Cut(sentence, _speaker.Language);
        await using var sink = WavFile.Create(wavPath);
        await foreach (var run in _pipeline.SpeakAsync(text, cancellationToken).ConfigureAwait(false))
            await sink.AppendAsync(run, cancellationToken).ConfigureAwait(false);
        await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _speaker.DisposeAsync();
}
