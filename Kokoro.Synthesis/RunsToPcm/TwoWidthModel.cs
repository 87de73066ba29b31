using Kokoro.Synthesis.Models.Prepared;
using Kokoro.Synthesis.Models.StarterModel;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>One model, opened for one thread at once and for all of them when the first wide run comes. Runs one at a time.</summary>
internal sealed class TwoWidthModel : IDisposable
{
    private readonly SpeechModel _narrow;
    private readonly Func<SpeechModel?> _openWide;
    private SpeechModel? _wide;

    private TwoWidthModel(string name, string hash, SpeechModel narrow, Func<SpeechModel?> openWide)
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

    /// <param name="log">Takes a warning.</param>
    /// <exception cref="SpeechException">The model, the provider or the library is missing or corrupt.</exception>
    public static TwoWidthModel Open(SpeechEngineSetup setup, Action<string> log)
    {
        if (setup.Model is { } path)
        {
            if (setup.TriesPrepared)
            {
                var (untried, source) = PreparedForm.OpenUntried(path, threads: 1);
                return new(Path.GetFileName(path), source, untried, () => setup.Threads == 1 ? null : PreparedForm.OpenUntried(path, setup.Threads).Model);
            }

            if (PreparedForm.TryOpen(path, setup.Provider, threads: 1, log) is { } prepared)
                return new(Path.GetFileName(path), prepared.SourceSha256, prepared.Model, () => OpenWide(setup, prepared.SourceSha256, () => PreparedForm.TryOpen(path, setup.Provider, setup.Threads, log), log));
            var hashing = Task.Run(() => ModelHash.OfFile(path));
            var narrow = SpeechModelLoader.Open(path, setup.Provider, threads: 1);
            var hash = hashing.GetAwaiter().GetResult();
            return new(Path.GetFileName(path), hash, narrow, () => OpenWide(setup, hash, () => OpenSource(path, setup), log));
        }

        var bytes = StarterModelFile.Open(setup.CacheFolder).Bytes;
        return new(
            StarterModelFile.Name,
            StarterModelFile.Sha256,
            SpeechModelLoader.Open(bytes, "the starter model", setup.Provider),
            () => setup.Threads == 1 ? null : SpeechModelLoader.Open(bytes, "the starter model", setup.Provider, setup.Threads));
    }

    /// <summary>Opens the wide one where it has to, so that it is there when a run begins.</summary>
    public void Prepare(RunWidth width) => Of(width);

    /// <summary>Samples that are not finite are asked for once more, of the narrow one.</summary>
    /// <inheritdoc cref="ISpeechModel.Run" path="/exception"/>
    public ModelOutput Run(SpeechRun run, CancellationToken cancellationToken) =>
        Of(run.Width).RunIfFinite(run.Ids.AsSpan(), run.Style.Span, run.Speed, cancellationToken)
        ?? _narrow.Run(run.Ids.AsSpan(), run.Style.Span, run.Speed, cancellationToken);

    public void Dispose()
    {
        _narrow.Dispose();
        _wide?.Dispose(); // once more if it is the same, which does nothing
    }

    /// <summary>The narrow one stands in for the wide one where that cannot be opened, or would have no more threads.</summary>
    private SpeechModel Of(RunWidth width) => width == RunWidth.Wide ? _wide ??= _openWide() ?? _narrow : _narrow;

    /// <summary>
    /// Null where the file is no longer what it was: the narrow model is unharmed, and a text must not go on in the sound of another.
    /// </summary>
    /// <param name="hash">Of the narrow one.</param>
    private static SpeechModel? OpenWide(SpeechEngineSetup setup, string hash, Func<(SpeechModel Model, string SourceSha256)?> open, Action<string> log)
    {
        if (setup.Threads == 1)
            return null;
        try
        {
            if (open() is not { } wide)
                return null;
            if (wide.SourceSha256 == hash)
                return wide.Model;
            wide.Model.Dispose();
            log($"model {Printable.Line(setup.Model!)} was replaced; this engine goes on with the one it has, on one core, until it ends");
        }
        catch (SpeechException e)
        {
            log($"{e.Message}; this engine goes on with the one it has, on one core, until it ends");
        }

        return null;
    }

    private static (SpeechModel Model, string SourceSha256) OpenSource(string path, SpeechEngineSetup setup)
    {
        var model = SpeechModelLoader.Open(path, setup.Provider, setup.Threads);
        try
        {
            return (model, ModelHash.OfFile(path)); // afterwards, so that what was opened is what the hash says
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }
}
