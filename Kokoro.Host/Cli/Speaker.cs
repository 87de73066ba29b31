using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.Models.Prepared;
using Kokoro.Synthesis.Models.StarterModel;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Host.Cli;

/// <summary>
/// Who speaks: a model, a voice and a phonemizer, opened side by side, since on a warm machine starting is most of what a short text costs.
/// </summary>
internal sealed class Speaker : IAsyncDisposable
{
    private readonly Phonemizer _phonemizer;
    private readonly Task _phonemizerReady;
    private readonly Task<ISpeechModel> _model;
    private readonly VoiceChoice _voice;

    private Speaker(Phonemizer phonemizer, Task<ISpeechModel> model, VoiceChoice voice, Language language, string who)
    {
        _phonemizer = phonemizer;
        _phonemizerReady = phonemizer.StartAsync(CancellationToken.None);
        _model = model;
        _voice = voice;
        Language = language;
        Who = who;
    }

    /// <summary>What is spoken: the language asked for, or the voice's own.</summary>
    public Language Language { get; }

    /// <summary>The voice and the model, for people.</summary>
    public string Who { get; }

    /// <summary>Checks the names and begins to open everything; what fails later fails in <see cref="OpenAsync"/>.</summary>
    /// <exception cref="SpeechException">A voice, language or provider that is not known, or a model file that is none.</exception>
    public static Speaker Start(SpeakerChoice choice)
    {
        if (choice.Model.Path is { } model)
            SpeechModelLoader.CheckFile(model);
        var voice = VoiceChoice.Of(choice);
        var language = choice.Language is { } code ? Language.Find(code) : voice.Language;
        var provider = choice.Provider is { } name ? EngineProviders.Parse(name) : EngineProvider.Cpu;
        return new Speaker(CreatePhonemizer(), Task.Run(() => LoadModel(choice.Model.Path, provider)), voice, language, $"{voice.Name} of {choice.Model.Name}");
    }

    /// <exception cref="SpeechException">The model, the voice or a library is missing or corrupt.</exception>
    public async Task<SpeechPipeline> OpenAsync(float speed, CancellationToken cancellationToken)
    {
        var parts = await PartsAsync(cancellationToken).ConfigureAwait(false);
        return new SpeechPipeline(parts.Phonemizer, parts.Model, parts.Voice, Language, speed);
    }

    /// <inheritdoc cref="OpenAsync" path="/exception"/>
    public async Task<SpeakerParts> PartsAsync(CancellationToken cancellationToken)
    {
        var voice = _voice.Load();
        var model = await _model.WaitAsync(cancellationToken).ConfigureAwait(false);
        await _phonemizerReady.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new SpeakerParts(_phonemizer, model, voice);
    }

    /// <summary>A phonemizer whose engine has not been started yet. What engines print is shown when somebody traces.</summary>
    public static Phonemizer CreatePhonemizer() => Phonemizer.Create(Terminal.Trace);

    public async ValueTask DisposeAsync()
    {
        // A start that failed has been reported by OpenAsync, or nobody asked for it any more; the same holds for the model.
        await _phonemizerReady.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _phonemizer.DisposeAsync().ConfigureAwait(false);
        await ((Task)_model).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_model.IsCompletedSuccessfully)
            (await _model.ConfigureAwait(false)).Dispose();
    }

    private static ISpeechModel LoadModel(string? path, EngineProvider provider)
    {
        // With the starter model nine minutes of speech take as long with a second thread as with one, 3.3 s on two cores, though a run alone gains a third of it
        // (docs/adr/0009-widths.md). A real model gains half here too.
        if (path is not null)
            return new FiniteModel(Open(path, provider, Environment.ProcessorCount), () => Open(path, provider, threads: 1));
        var starter = StarterModelFile.Open(UserFolders.Cache);
        return SpeechModelLoader.Open(starter.Bytes, "the starter model", provider);
    }

    private static SpeechModel Open(string path, EngineProvider provider, int threads) =>
        PreparedForm.TryOpen(path, provider, threads, Terminal.Trace)?.Model ?? SpeechModelLoader.Open(path, provider, threads);
}
