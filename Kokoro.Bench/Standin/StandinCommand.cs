using System.CommandLine;
using System.Diagnostics;
using Kokoro.Host.Cli;

namespace Kokoro.Bench.Standin;

/// <summary>`kokoro bench standin`: writes a model to measure speed with, where Kokoro-82M itself is not at hand.</summary>
internal static class StandinCommand
{
    private const double Megabyte = 1e6;

    /// <summary>Lines of progress.</summary>
    private const int Steps = 5;

    public static Command CreateCommand()
    {
        var path = new Argument<string>("PATH") { Description = "The file to write. It has 325 MB, and must not be there yet." };
        path.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("PATH is empty; name the file to write");
        });
        var seed = new Option<ulong>("--seed")
        {
            Description = "Another seed makes other weights.",
            HelpName = "number",
            DefaultValueFactory = _ => StandinModel.UsualSeed,
        };
        var calm = new Option<bool>("--calm")
        {
            Description = "Flat pitch and smooth phase: rounding does not grow, so that two forms of the model can be compared by their samples.",
        };
        var command = new Command("standin", "Writes a model of Kokoro-82M's layers with random weights, to measure speed with. It speaks noise.")
        {
            path, seed, calm,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(path), parsed.GetValue(seed), parsed.GetValue(calm), Console.Out, cancellationToken));
        return command;
    }

    /// <returns>An exit code.</returns>
    internal static async Task<int> RunAsync(string path, ulong seed, bool isCalm, TextWriter output, CancellationToken cancellationToken)
    {
        if (Refusal(path) is { } refusal)
        {
            await Terminal.ErrorAsync(refusal).ConfigureAwait(false);
            return ExitCode.InputOutput;
        }

        try
        {
            var watch = Stopwatch.StartNew();
            var file = new StandinFile(StandinModel.Build(seed, isCalm));
            await NewFile.WriteAsync(path, file.Length, stream => file.WriteAsync(stream, Progress(file.Length), cancellationToken))
                .ConfigureAwait(false);
            await output.WriteLineAsync($"{path}: {file.Length / Megabyte:F1} MB in {watch.Elapsed.TotalSeconds:F1} s").ConfigureAwait(false);
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Terminal.ErrorAsync($"{path} cannot be written ({exception.Message}); free some space there, or choose another path")
                .ConfigureAwait(false);
            return ExitCode.InputOutput;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>Why nothing can be written to a path, or null. A file that is there may be a model that took long to fetch.</summary>
    internal static string? Refusal(string path)
    {
        if (Directory.Exists(path))
            return $"{path} is a folder; name the file to write in it";
        if (File.Exists(path))
            return $"{path} is there already; delete it, or choose another path";
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder) ? null : $"the folder {folder} does not exist; make it, or choose another path";
    }

    private static Action<long> Progress(long length)
    {
        var step = 0L;
        return written =>
        {
            if (written * Steps / length == step)
                return;
            step = written * Steps / length;
            Console.Error.WriteLine($"bench: {written / Megabyte:F0} of {length / Megabyte:F0} MB");
        };
    }
}
