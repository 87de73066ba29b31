using Kokoro.Synthesis.Models.StarterModel;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>One model, opened for one thread at once and for all of them when the first wide run comes. Runs one at a time.</summary>
internal sealed class TwoWidthModel : IDisposable
{
    private readonly SpeechModel _narrow;
    private readonly Func<SpeechModel> _openWide;
    private SpeechModel? _wide;

    private TwoWidthModel(string name, string hash, SpeechModel narrow, Func<SpeechModel> openWide)
    {
        Name = name;
        Hash = hash;
        _narrow = narrow;
        _openWide = openWide;
    }

    /// <summary>For people.</summary>
    public string Name { get; }

    /// <summary>SHA-256 as hex.</summary>
    public string Hash { get; }

    /// <exception cref="SpeechException">The model, the provider or the library is missing or corrupt.</exception>
    public static TwoWidthModel Open(SpeechEngineSetup setup)
    {
        if (setup.Model is { } path)
        {
            var hash = Task.Run(() => ModelHash.OfFile(path));
            var narrow = SpeechModelLoader.Open(path, setup.Provider, threads: 1);
            return new(Path.GetFileName(path), hash.GetAwaiter().GetResult(), narrow, () => SpeechModelLoader.Open(path, setup.Provider, setup.Threads));
        }

        var bytes = StarterModelFile.Open(setup.CacheFolder).Bytes;
        return new(
            StarterModelFile.Name,
            StarterModelFile.Sha256,
            SpeechModelLoader.Open(bytes, "the starter model", setup.Provider),
            () => SpeechModelLoader.Open(bytes, "the starter model", setup.Provider, setup.Threads));
    }

    /// <inheritdoc cref="ISpeechModel.Run" path="/exception"/>
    public ModelOutput Run(SpeechRun run, CancellationToken cancellationToken)
    {
        var model = run.Width == RunWidth.Wide ? _wide ??= _openWide() : _narrow;
        return model.Run(run.Ids.AsSpan(), run.Style.Span, run.Speed, cancellationToken);
    }

    public void Dispose()
    {
        _narrow.Dispose();
        _wide?.Dispose();
    }
}
