using System.CommandLine;
using Kokoro.Synthesis.Models.StarterModel;
using Kokoro.Synthesis.Models.Store;

namespace Kokoro.Host.Cli.Models;

/// <summary>`kokoro model list`: what is here and what can be fetched.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Show the models that are here and those that can be fetched.");
        command.SetAction((_, _) => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        var (store, catalogue) = (ChosenModel.Store, Sources.Catalogue(Sources.Settings()));
        var chosen = ChosenModel.Of(null);
        var here = store.All();
        var table = new ConsoleTable("name", "state", "size", "licence", "good for");
        table.Add(ModelStore.Starter, chosen.Path is null ? "default" : "built in", "", StarterModelMetadata.Licence, "a robotic voice that is there at once, offline");
        foreach (var model in here)
        {
            var item = catalogue.WithHash(model.Sha256);
            table.Add(model.Name, model.Path == chosen.Path ? "default" : "here", Size(model.Bytes), item?.Licence ?? "", item?.GoodFor ?? model.Source);
        }

        foreach (var item in catalogue.Items.Where(item => here.All(model => model.Sha256 != item.Sha256)))
        {
            var isHere = item.Kind == CatalogueKind.Voices && File.Exists(Path.Combine(store.Voices, item.File));
            table.Add(item.Name, isHere ? "here" : "", item.Bytes is { } bytes ? Size(bytes) : "", item.Licence, item.GoodFor);
        }

        table.Write();
        await Terminal.NoteAsync($"fetch one with: kokoro model pull NAME, or a single voice by its name. They are kept in {store.Home}").ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static string Size(long bytes) => $"{(bytes + 500_000) / 1_000_000} MB";
}
