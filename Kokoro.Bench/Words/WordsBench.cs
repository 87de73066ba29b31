using System.CommandLine;
using Kokoro.Host.Cli;
using Kokoro.Synthesis;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Bench.Words;

/// <summary>`kokoro bench words`: what a recogniser understands of the starter voices and of the references, in one run.</summary>
internal static class WordsBench
{
    private const string Both = "both";

    public static Command CreateCommand()
    {
        var half = new Option<string>("--half") { Description = "The half of the sentences to read.", DefaultValueFactory = _ => Both };
        half.AcceptOnlyFromAmong(SentenceHalf.TuningName, SentenceHalf.HeldOutName, Both);
        var voices = new Option<string[]>("--voices")
        {
            Description = "The voices to measure. By default all starter voices.",
            HelpName = "name",
            DefaultValueFactory = _ => [.. new VoiceCatalogue(folder: null).All.Select(voice => voice.Id)],
            AllowMultipleArgumentsPerToken = true,
        };
        var references = new Option<string[]>("--references")
        {
            Description = "The other systems to measure in the same run. By default all that are installed.",
            HelpName = "name",
            DefaultValueFactory = _ => [.. References.Names],
            AllowMultipleArgumentsPerToken = true,
        };
        references.AcceptOnlyFromAmong([.. References.Names]);
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

        var command = new Command("words", "Word error rates of the starter voices, beside other systems.") { half, voices, references, sentences };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            [.. Halves(parsed.GetRequiredValue(half)).Select(each => each.First(parsed.GetValue(sentences) ?? each.Sentences.Count))],
            [.. parsed.GetRequiredValue(voices).Distinct()],
            parsed.GetRequiredValue(references),
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
        IReadOnlyList<SentenceHalf> halves, IReadOnlyList<string> voices, IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        if (RequiredTools.Advice(RequiredTools.Exists) is { } advice)
        {
            await Terminal.ErrorAsync(advice).ConfigureAwait(false);
            return ExitCode.Installation;
        }

        try
        {
            var found = await References.FindAsync(references, Terminal.NoteAsync, cancellationToken).ConfigureAwait(false);
            await MeasureAsync(halves, found, [.. voices.Select(voice => new StarterVoiceSystem(voice))], cancellationToken).ConfigureAwait(false);
            return ExitCode.Done;
        }
        catch (SpeechException e)
        {
            await Terminal.ErrorAsync(e.Message).ConfigureAwait(false);
            return ExitCode.Of(e.Code);
        }
    }

    private static async Task MeasureAsync(
        IReadOnlyList<SentenceHalf> halves,
        IReadOnlyList<ISystemUnderTest> references,
        IReadOnlyList<ISystemUnderTest> voices,
        CancellationToken cancellationToken)
    {
        var results = await WordsRun.RunAsync([.. references, .. voices], halves, Terminal.NoteAsync, cancellationToken).ConfigureAwait(false);
        foreach (var half in halves)
        {
            Console.WriteLine($"### {half.Title}, {half.Sentences.Count} sentences");
            Console.WriteLine();
            WordErrorTable.Write(results[half][..references.Count], results[half][references.Count..], Console.Out);
        }
    }
}
