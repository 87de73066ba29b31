namespace Kokoro.Bench.Engine;

/// <summary>How long until a process is ready to speak, and what it holds then. Fresh processes, in turn.</summary>
internal static class LoadTable
{
    public static async Task MeasureAsync(BenchReport report, string model, string voice, KokoroJs? peer, int rounds)
    {
        List<(string Name, Func<Task<EngineProgram>> Start)> programs =
        [
            ("as published", () => EngineProgram.StartAsync("plain", model, 1, voice)),
            ("prepared", () => EngineProgram.StartAsync("prepared", model, 1, voice)),
        ];
        if (peer is not null)
            programs.Add(($"kokoro-js {KokoroJs.Version}", () => peer.StartAsync(threads: 0)));

        var loads = programs.ConvertAll(_ => new List<(double Ms, ProcessMemory Memory)>());
        for (var round = 0; round <= rounds; round++)
        {
            Progress.Say($"load, round {round} of {rounds}");
            for (var i = 0; i < programs.Count; i++)
            {
                using var program = await programs[i].Start().ConfigureAwait(false);
                if (round > 0) // the first one reads the disk
                    loads[i].Add((program.LoadMs, program.Memory));
            }
        }

        var table = new MarkdownTable("", "load, ms", "of published", "resident, MB", "anonymous, MB", "of published");
        for (var i = 0; i < programs.Count; i++)
        {
            double Middle(Func<(double Ms, ProcessMemory Memory), double> of) => Median.Of(loads[i].Select(of));
            var load = Median.Of(loads[i].Zip(loads[0], (one, first) => one.Ms / first.Ms));
            var anonymous = Median.Of(loads[i].Zip(loads[0], (one, first) => one.Memory.Anonymous / first.Memory.Anonymous));
            table.Add(programs[i].Name, $"{Middle(each => each.Ms):0}", $"{load:0.00}", $"{Middle(each => each.Memory.Resident):0}", $"{Middle(each => each.Memory.Anonymous):0}", $"{anonymous:0.00}");
        }

        report.Add("Load and memory when ready", $"One thread, medians of {rounds} fresh processes each, in turn. Loading the model without starting the runtime's library before it (kokoro-js: with it); the prepared form's time has the check of its checksums in it.", table);
    }
}
