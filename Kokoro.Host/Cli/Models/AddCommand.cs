using System.CommandLine;
using Kokoro.Synthesis.Models.Store;

namespace Kokoro.Host.Cli.Models;

/// <summary>`kokoro model add PATH...`: models and voices that are on this machine already.</summary>
internal static class AddCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "A model (.onnx), a voice file (.bin, .npy, .npz, .pt), or a folder of them.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("add", "Take models and voices that are on this machine.") { paths };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(paths), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, CancellationToken cancellationToken)
    {
        var store = ChosenModel.Store;
        var adder = new StoreAdder(store, Sources.Catalogue(Sources.Settings()));
        using var held = store.Lock();
        var hasAny = false;
        foreach (var path in paths)
        {
            var report = await Task.Run(() => adder.Add(path)).ConfigureAwait(false);
            foreach (var (model, isNew) in report.Models)
                await Terminal.NoteAsync(Line($"model {model.Name}", isNew)).ConfigureAwait(false);
            foreach (var (model, _) in report.Models)
                await Preparation.EnsureAsync(model.Path, cancellationToken).ConfigureAwait(false);
            foreach (var (file, voices, isNew) in report.Voices)
                await Terminal.NoteAsync(Line($"{file} ({Count(voices)})", isNew)).ConfigureAwait(false);
            foreach (var skipped in report.Skipped)
                await Terminal.NoteAsync($"skipped: {skipped}").ConfigureAwait(false);
            hasAny |= report.Models.Count + report.Voices.Count > 0;
        }

        if (!hasAny)
        {
            await Terminal.ErrorAsync("nothing was added; there is neither a model nor a voice").ConfigureAwait(false);
            return ExitCode.InputOutput;
        }

        await StoreState.SayAsync(store).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static string Line(string what, bool isNew) => isNew ? $"added {what}" : $"{what} is here already";

    private static string Count(int voices) => voices == 1 ? "a voice" : $"{voices} voices";
}
