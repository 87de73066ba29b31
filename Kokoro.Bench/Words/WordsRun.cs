namespace Kokoro.Bench.Words;

/// <summary>Lets every system read every sentence.</summary>
internal static class WordsRun
{
    /// <summary>The recogniser uses one core; with two at once the machine is used and still fit for other work.</summary>
    private const int SystemsAtOnce = 2;

    /// <summary>Disposes each system after its last sentence. All sound is in a folder that is gone when this returns.</summary>
    /// <param name="note">Takes lines about the progress and the result of each system.</param>
    /// <returns>The results of each half, in the order of the systems.</returns>
    public static async Task<IReadOnlyDictionary<SentenceHalf, SystemResult[]>> RunAsync(
        IReadOnlyList<ISystemUnderTest> systems, IReadOnlyList<SentenceHalf> halves, Func<string, Task> note, CancellationToken cancellationToken)
    {
        var results = halves.ToDictionary(half => half, _ => new SystemResult[systems.Count]);
        var work = Directory.CreateTempSubdirectory("kokoro-words-");
        try
        {
            var limits = new ParallelOptions { MaxDegreeOfParallelism = SystemsAtOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(systems.Index(), limits, async (item, stop) =>
            {
                var (index, system) = item;
                await using var _ = system.ConfigureAwait(false);
                foreach (var half in halves)
                {
                    var folder = work.CreateSubdirectory($"{half.Name}-{index}").FullName;
                    Task NoteAsync(string text) => note($"{system.Name}, {half.Name}: {text}");
                    var errors = await ReadingTest.RunAsync(system, half.Sentences, folder, NoteAsync, stop).ConfigureAwait(false);
                    results[half][index] = new SystemResult(system, errors);
                    await NoteAsync($"{100 * errors.Rate:0.0} %").ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }
        finally
        {
            work.Delete(recursive: true);
        }

        return results;
    }
}
