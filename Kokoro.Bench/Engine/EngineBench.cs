using System.CommandLine;
using Kokoro.Bench.Standin;
using Kokoro.Host.Cli;
using Kokoro.Synthesis;
using Kokoro.Synthesis.Models.Prepared;
using Kokoro.Synthesis.Models.Store;

namespace Kokoro.Bench.Engine;

/// <summary>`kokoro bench engine`: a model as it was published, in its prepared form, and in kokoro-js, in alternating runs.</summary>
internal static class EngineBench
{
    private static readonly int[] AllTokens = [10, 25, 50, 100, 200, 400, 508];

    public static Command CreateCommand()
    {
        var model = new Option<string?>("--model") { Description = "A Kokoro model (.onnx). By default a stand-in with the same layers and random weights.", HelpName = "path" };
        var tokens = new Option<int[]>("--tokens") { Description = "Lengths of the runs.", HelpName = "numbers", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => AllTokens };
        var rounds = new Option<int>("--rounds") { Description = "Alternating runs of each length, after one that does not count.", HelpName = "number", DefaultValueFactory = _ => 5 };
        var noPeer = new Option<bool>("--no-peer") { Description = "Without kokoro-js." };
        var output = new Option<string>("--output") { Description = "The folder for engine.md and its charts.", HelpName = "folder", DefaultValueFactory = static _ => Path.Combine("artifacts", "bench") };
        var command = new Command("engine", "A model as published, prepared, and in kokoro-js: load, memory, speed. Half an hour for all lengths.") { model, tokens, rounds, noPeer, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await RunAsync(parsed.GetValue(model), parsed.GetValue(tokens)!, parsed.GetValue(rounds), parsed.GetValue(noPeer), parsed.GetValue(output)!, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or SpeechException)
            {
                await Terminal.ErrorAsync(e.Message).ConfigureAwait(false);
                return ExitCode.InputOutput;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(string? model, int[] tokens, int rounds, bool isAlone, string output, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(Path.Combine(output, "engine"));
        Directory.CreateDirectory(folder);
        var source = model ?? await StandinAsync(folder, isCalm: false, cancellationToken).ConfigureAwait(false);
        var stored = Prepared(source, folder);
        var peer = isAlone ? null : await KokoroJs.InstallAsync(Path.Combine(folder, "kokoro-js"), stored, cancellationToken).ConfigureAwait(false);
        var voice = peer?.Voice ?? FlatVoice(folder);

        var report = new BenchReport(output, "engine");
        if (model is null)
            Difference.Measure(report, Prepared(await StandinAsync(folder, isCalm: true, cancellationToken).ConfigureAwait(false), folder));
        await LoadTable.MeasureAsync(report, stored, voice, peer, rounds).ConfigureAwait(false);
        await SecondEngine.MeasureAsync(report, stored, voice).ConfigureAwait(false);
        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
            await SpeedTable.MeasureAsync(report, stored, voice, peer, threads, tokens, rounds).ConfigureAwait(false);
        report.Write();
        return ExitCode.Done;
    }

    private static async Task<string> StandinAsync(string folder, bool isCalm, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, isCalm ? "calm-standin.onnx" : "standin.onnx");
        if (File.Exists(path))
            return path;
        Progress.Say("writing the stand-in (once)");
        await StandinCommand.RunAsync(path, StandinModel.UsualSeed, isCalm, TextWriter.Null, cancellationToken).ConfigureAwait(false);
        return path;
    }

    /// <returns>The path of the model in a store of its own, where its prepared form is found.</returns>
    private static string Prepared(string source, string folder)
    {
        var store = new ModelStore(Path.Combine(folder, "store"));
        using var held = store.Lock();
        var (model, _) = new StoreAdder(store, Catalogue.Published).AddModel(source, name: null, "a benchmark", StoreAdder.Copy);
        if (PreparedModel.Find(model.Path) is null)
        {
            Progress.Say("preparing the model");
            using var alone = ModelPreparer.Lock(model.Path);
            PreparedModel.Trust(ModelPreparer.Prepare(model.Path, model.Sha256));
        }

        return model.Path;
    }

    private static string FlatVoice(string folder)
    {
        var path = Path.Combine(folder, "flat.bin");
        File.WriteAllBytes(path, new byte[510 * 256 * sizeof(float)]);
        return path;
    }
}
