using Kokoro.Host.Cli;
using Kokoro.Synthesis;

namespace Kokoro.Tests.Pipeline;

/// <summary>The starter voice with a real phoneme engine, opened once for a class of tests.</summary>
public sealed class SpeakerFixture : IAsyncLifetime
{
    private readonly Speaker _speaker = Speaker.Start(SpeakerChoice.Starter);

    public SpeechPipeline Pipeline { get; private set; } = null!;

    internal SpeakerParts Parts { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Parts = await _speaker.PartsAsync(CancellationToken.None);
        Pipeline = await OpenAsync(SpeakingSpeed.Normal);
    }

    public Task<SpeechPipeline> OpenAsync(float speed) => _speaker.OpenAsync(speed, CancellationToken.None);

    public async Task DisposeAsync() => await _speaker.DisposeAsync();
}
