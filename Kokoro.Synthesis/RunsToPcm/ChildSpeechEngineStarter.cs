using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.Models.StarterModel;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>Starts speech engines as processes, all with one model: where its file has become another one, no more are started.</summary>
/// <param name="options">With the command to which the setup's arguments are added.</param>
/// <param name="style">[256]: a voice of the model, for the self-test.</param>
internal sealed class ChildSpeechEngineStarter(EngineLinkOptions options, SpeechEngineSetup setup, ReadOnlyMemory<float> style) : ISpeechEngineStarter
{
    /// <summary>Of a first run, 26 ids, on two cores; shorter runs gain nothing, longer ones 1.4. docs/adr/0009-widths.md has the figures.</summary>
    private const double StarterGain = 1.35;

    private readonly EngineLinkOptions _options = options with { Command = options.Command with { Options = setup.ToArguments() } };
    private readonly WideGainFile _gains = new(setup.CacheFolder);

    /// <summary>Of the first engine that was good.</summary>
    private string? _modelHash;

    public async Task<ISpeechEngine> StartAsync(CancellationToken cancellationToken)
    {
        var began = _options.Time.GetTimestamp();
        var child = await EngineChild.StartAsync(EngineKind.Speech, _options, cancellationToken).ConfigureAwait(false);
        try
        {
            var hash = child.Hello.ModelHash;
            var isStarter = hash == StarterModelFile.Sha256;
            var key = $"{hash[..Math.Min(16, hash.Length)]}-{child.Hello.Threads}-{EngineProviders.Name(setup.Provider)}";
            var engine = await ChildSpeechEngine.TestAsync(
                child,
                new SelfTest(style, IsStrict: isStarter),
                isStarter ? StarterGain : _gains.Read(key),
                gain => _gains.Write(key, gain),
                _options.Time.GetElapsedTime(began),
                _options.Log,
                cancellationToken).ConfigureAwait(false);
            if (Interlocked.CompareExchange(ref _modelHash, hash, null) is { } first && first != hash)
                throw new SpeechException(SpeechErrorCode.EngineFailed, $"model {child.Hello.Model} was replaced by another, and a text must not go on in the sound of another; start the program again to speak with it");
            return engine;
        }
        catch
        {
            await child.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
