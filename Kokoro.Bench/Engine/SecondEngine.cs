namespace Kokoro.Bench.Engine;

/// <summary>What one more engine costs when the first one has the same model.</summary>
internal static class SecondEngine
{
    private const int Tokens = 100;

    public static async Task MeasureAsync(BenchReport report, string model, string voice)
    {
        Progress.Say("a second engine");
        var table = new MarkdownTable("", "one engine, MB", "two, MB", "the second adds, MB");
        foreach (var form in new[] { "plain", "prepared" })
        {
            using var first = await WarmAsync(form, model, voice).ConfigureAwait(false);
            var one = first.Memory.Proportional;
            using var second = await WarmAsync(form, model, voice).ConfigureAwait(false);
            var two = first.Memory.Proportional + second.Memory.Proportional;
            table.Add(form == "plain" ? "as published" : form, $"{one:0}", $"{two:0}", $"{two - one:0}");
        }

        report.Add("A second engine", $"Proportional set size after two runs of {Tokens} tokens in each process, one thread.", table);
    }

    private static async Task<EngineProgram> WarmAsync(string form, string model, string voice)
    {
        var program = await EngineProgram.StartAsync(form, model, 1, voice).ConfigureAwait(false);
        for (var run = 0; run < 2; run++)
            await program.RunAsync(Ids.Of(Tokens)).ConfigureAwait(false);
        return program;
    }
}
