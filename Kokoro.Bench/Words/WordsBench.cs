using System.CommandLine;

namespace Kokoro.Bench.Words;

/// <summary>`kokoro bench words`: what a recogniser understands of the starter voices and of the references, in one run.</summary>
internal static class WordsBench
{
    private const string Both = "both";

    /// <summary>The program's own exit code for something that is not installed.</summary>
    private const int Installation = 4;

    private static readonly string[] StarterVoices = ["am_aster", "am_basalt", "af_linden", "af_wren"];

    /// <param name="openVoice">Makes the system that speaks with the voice of this name.</param>
    public static Command CreateCommand(Func<string, ISystemUnderTest> openVoice)
    {
        var half = new Option<string>("--half") { Description = "The half of the sentences to read.", DefaultValueFactory = _ => Both };
        half.AcceptOnlyFromAmong(SentenceHalf.TuningName, SentenceHalf.HeldOutName, Both);
        var voices = new Option<string[]>("--voices")
        {
            Description = "The voices to measure. By default the four starter voices.",
            HelpName = "name",
            DefaultValueFactory = _ => StarterVoices,
            AllowMultipleArgumentsPerToken = true,
        };
        var sentences = new Option<int?>("--sentences")
        {
            Description = "Read only so many of each half, for a quick look. Below about 300 small differences are chance.",
            HelpName = "count",
        };
        sentences.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
                result.AddError("--sentences must be 1 or more");
        });

        var command = new Command("words", "Word error rates of the starter voices, beside other systems.") { half, voices, sentences };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            [.. Halves(parsed.GetRequiredValue(half)).Select(each => each.First(parsed.GetValue(sentences) ?? each.Sentences.Count))],
            [.. parsed.GetRequiredValue(voices).Distinct().Select(openVoice)],
            cancellationToken));
        return command;
    }

    private static SentenceHalf[] Halves(string name) => name switch
    {
        SentenceHalf.TuningName => [SentenceHalf.Tuning],
        SentenceHalf.HeldOutName => [SentenceHalf.HeldOut],
        _ => [SentenceHalf.Tuning, SentenceHalf.HeldOut],
    };

    private static async Task<int> RunAsync(
        IReadOnlyList<SentenceHalf> halves, IReadOnlyList<ISystemUnderTest> voices, CancellationToken cancellationToken)
    {
        if (RequiredTools.Advice(RequiredTools.Exists) is { } advice)
        {
            Note(advice);
            return Installation;
        }

        var references = await References.FindAsync(Note, cancellationToken).ConfigureAwait(false);
        var results = await WordsRun.RunAsync([.. references, .. voices], halves, Note, cancellationToken).ConfigureAwait(false);
        foreach (var half in halves)
        {
            Console.WriteLine($"### {half.Title}, {half.Sentences.Count} sentences");
            Console.WriteLine();
            WordErrorTable.Write(results[half].Take(references.Count).ToArray(), results[half].Skip(references.Count).ToArray(), Console.Out);
        }

        return 0;
    }

    private static void Note(string line) => Console.Error.WriteLine($"kokoro: {line}");
}
