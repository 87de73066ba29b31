using System.CommandLine;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Host.Cli;

/// <summary>`kokoro phonemes`: each step from the text to the model's ids, so that a misreading can be traced to its stage.</summary>
internal static class PhonemesCommand
{
    public static Command Create()
    {
        var input = new InputOptions();
        var language = new Option<string>("--language", "-l")
        {
            Description = "en-us, en-gb, es, fr, hi, it or pt.",
            HelpName = "code",
            DefaultValueFactory = _ => Language.AmericanEnglish.Code,
        };
        var emoji = EmojiOption.Create();
        var command = new Command("phonemes", "Show how a text is read.") { language, emoji };
        input.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            token => input.ReadAsync(parsed, token),
            Language.Find(parsed.GetRequiredValue(language)),
            new TextOptions(parsed.GetValue(emoji)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Func<CancellationToken, Task<string>> read, Language language, TextOptions options, CancellationToken cancellationToken)
    {
        var text = await read(cancellationToken).ConfigureAwait(false);
        var cut = TextCutter.Cut(text, language, options);
        await using var phonemizer = Speaker.CreatePhonemizer();
        var packer = new RunPacker(language);
        var runs = new List<TokenRun>();
        var table = new ConsoleTable("clause", "place", "source", "rule", "spoken", "phonemes", "ids");
        foreach (var clause in cut.Clauses)
        {
            var phonemes = await phonemizer.PhonemizeAsync(clause, language, cancellationToken).ConfigureAwait(false);
            foreach (var part in phonemes.Parts)
                AddRow(table, text, clause, part);
            runs.AddRange(packer.Add(phonemes));
        }

        runs.AddRange(packer.Complete());
        table.Write();
        foreach (var run in runs)
            Console.WriteLine($"run {run.Index + 1}: {run.Ids.Length - 2} ids, {run.Words.Length} words");
        foreach (var line in LeftOutReport.Lines(text, cut.LeftOut))
            await Terminal.NoteAsync(line).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static void AddRow(ConsoleTable table, string text, Clause clause, PhonemizedPart part) => table.Add(
        $"{clause.Index + 1}",
        part.Source.ToString(),
        text[part.Source.Start..part.Source.End],
        part.Rule,
        part.Spoken,
        part.Phonemes,
        string.Join(' ', part.Phonemes.EnumerateRunes().Select(symbol => Vocabulary.TryGetId(symbol, out var id) ? id : Vocabulary.Pad)));
}
