using Kokoro.Synthesis;
using Kokoro.Synthesis.Models.Store;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Host.Download;

/// <summary>From an item of the catalogue to a model or voices of the store. Until all bytes are there and right, the store stays as it was.</summary>
/// <param name="wanted">Where an item is fetched from.</param>
internal sealed class Pull(ModelStore store, Catalogue catalogue, Func<CatalogueItem, WantedFile> wanted, Downloader downloader)
{
    /// <returns>Whether it was fetched; false: it was here already.</returns>
    /// <exception cref="SpeechException">As <see cref="Downloader.FetchAsync"/>; or another model has its name, or what came is no model or no voice.</exception>
    public async Task<bool> RunAsync(CatalogueItem item, Action<long, long?> report, CancellationToken cancellationToken)
    {
        if (IsHere(item))
            return false;
        if (item.Kind == CatalogueKind.Model)
            store.RequireFree(item.Name);

        // Named by what it will be, so that two names of the same file go on with each other's part.
        var path = Path.Combine(store.Parts, $"{item.Sha256}{Path.GetExtension(item.File)}");
        await using (var part = await PartFile.OpenAsync(path, item.Name, cancellationToken).ConfigureAwait(false))
        {
            report(part.Length, item.Bytes);
            await downloader.FetchAsync(wanted(item), part, report, cancellationToken).ConfigureAwait(false);
        }

        using var held = store.Lock();
        try
        {
            var adder = new StoreAdder(store, catalogue);
            if (item.Kind == CatalogueKind.Model)
                adder.AddModel(path, item.Name, $"fetched from {item.Url.Host}", File.Move);
            else
                adder.AddVoices(path, item.File, File.Move);
            File.Delete(path); // where it was added by somebody else meanwhile, it was not taken
            return true;
        }
        catch (SpeechException e) when (e.Code is SpeechErrorCode.ModelCorrupt or SpeechErrorCode.VoiceCorrupt)
        {
            File.Delete(path); // it is what the catalogue says, and no good: to keep it helps nobody
            throw;
        }
    }

    private bool IsHere(CatalogueItem item) => item.Kind == CatalogueKind.Model
        ? store.All().Any(model => model.Sha256 == item.Sha256)
        : Path.Combine(store.Voices, item.File) is var file && File.Exists(file) && ModelHash.OfFile(file) == item.Sha256;
}
