using System.Collections.Immutable;
using Kokoro.Bench.StubEngine;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Tests.Load;

/// <summary>What a text must sound like when stub engines speak it: the stages one after the other in this process, without an actor or a byte of HTTP.</summary>
internal sealed class StubSpeech : IAsyncDisposable
{
    private readonly Phonemizer _phonemizer = Phonemizer.Create(static _ => { });
    private readonly VoicePack _voice = new VoiceCatalogue(null).Find(VoiceCatalogue.DefaultStarter).Load();
    private readonly SemaphoreSlim _one = new(1);

    /// <returns>16-bit samples.</returns>
    public async Task<byte[]> PcmAsync(string text) => (await RunsAsync(text)).Pcm;

    /// <returns>The ids of the first run, and the 16-bit samples of all.</returns>
    public async Task<(ImmutableArray<long> First, byte[] Pcm)> RunsAsync(string text)
    {
        await _one.WaitAsync();
        try
        {
            var model = new FirstIds();
            var pipeline = new SpeechPipeline(_phonemizer, model, _voice, Language.AmericanEnglish, SpeakingSpeed.Normal);
            using var pcm = new MemoryStream();
            await foreach (var run in pipeline.SpeakAsync(TextCutter.Cut(text, Language.AmericanEnglish), CancellationToken.None))
            {
                var bytes = new byte[run.Samples.Length * Pcm16.BytesPerSample];
                Pcm16.Write(run.Samples, bytes);
                pcm.Write(bytes);
            }

            return (model.Ids!.Value, pcm.ToArray());
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _phonemizer.DisposeAsync();
        _one.Dispose();
    }

    private sealed class FirstIds : ISpeechModel
    {
        private readonly StubSpeechModel _model = new();

        public ImmutableArray<long>? Ids { get; private set; }

        public ModelOutput Run(ReadOnlySpan<long> ids, ReadOnlySpan<float> style, float speed, CancellationToken cancellationToken)
        {
            Ids ??= [.. ids];
            return _model.Run(ids, style, speed, cancellationToken);
        }

        public void Dispose() => _model.Dispose();
    }
}
