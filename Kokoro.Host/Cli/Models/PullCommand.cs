using System.CommandLine;
using Kokoro.Actors.Settings;
using Kokoro.Host.Download;
using Kokoro.Synthesis.Models.Store;

namespace Kokoro.Host.Cli.Models;

/// <summary>`kokoro model pull NAME...`: fetches published models, with their voices.</summary>
internal static class PullCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("name") { Description = "A model, a set of voices or a single voice (see kokoro model list).", Arity = ArgumentArity.OneOrMore };
        var command = new Command("pull", "Fetch a published model with its voices. What was interrupted goes on where it ended.") { names };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(names), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, CancellationToken cancellationToken)
    {
        var settings = Sources.Settings();
        var catalogue = Sources.Catalogue(settings);
        using var downloader = new Downloader(new DownloadOptions());
        var pull = new Pull(ChosenModel.Store, catalogue, item => FetchedFrom(item, settings), downloader);
        foreach (var item in names.Select(catalogue.Find).SelectMany(item => WithVoices(item, catalogue)).Distinct().ToList())
        {
            var isNew = await PullProgress.ShowAsync(item.Name, report => pull.RunAsync(item, report, cancellationToken)).ConfigureAwait(false);
            await Terminal.NoteAsync(isNew ? $"fetched {item.Name}" : $"{item.Name} is here already").ConfigureAwait(false);
        }

        foreach (var model in ChosenModel.Store.All().Where(model => names.Contains(model.Name)))
            await Preparation.EnsureAsync(model.Path, cancellationToken).ConfigureAwait(false);
        await StoreState.SayAsync(ChosenModel.Store).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static IEnumerable<CatalogueItem> WithVoices(CatalogueItem item, Catalogue catalogue) =>
        item.Voices is { } voices ? [item, catalogue.Find(voices)] : [item];

    private static WantedFile FetchedFrom(CatalogueItem item, ModelSettings settings) =>
        new(item.Name, Sources.Address(item, settings), item.Bytes, item.Sha256);
}
