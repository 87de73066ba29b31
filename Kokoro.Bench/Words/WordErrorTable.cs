namespace Kokoro.Bench.Words;

/// <summary>Word error rates as a table: the references, each voice, and the mean of the voices.</summary>
internal static class WordErrorTable
{
    public static void Write(IReadOnlyList<SystemResult> references, IReadOnlyList<SystemResult> voices, TextWriter target)
    {
        var espeak = RateOf(references, References.Espeak);
        var slt = RateOf(references, References.Slt);
        var table = new MarkdownTable("system", "errors", "words", "WER %", "of espeak-ng", "of flite slt");
        foreach (var result in references.Concat(voices))
            Row(result.System.Name, result.Errors);
        if (voices.Count > 1)
            Row($"mean of {voices.Count} voices", WordErrors.Sum(voices.Select(voice => voice.Errors)));
        table.Write(target);

        void Row(string name, WordErrors errors) => table.Add(
            name, $"{errors.Errors}", $"{errors.Words}", $"{100 * errors.Rate:0.0}", Ratio(errors.Rate, espeak), Ratio(errors.Rate, slt));
    }

    private static double? RateOf(IEnumerable<SystemResult> results, ISystemUnderTest system) =>
        results.FirstOrDefault(result => result.System == system)?.Errors.Rate;

    /// <summary>A reference that is not installed, or without an error, has no ratio.</summary>
    private static string Ratio(double rate, double? reference) => reference > 0 ? $"{rate / reference:0.00}" : "-";
}
