using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kokoro.Tests.Load;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Metrics;

/// <summary>What `GET /metrics` says after something has happened.</summary>
public sealed partial class MetricsTests
{
    [Fact]
    public async Task What_is_spoken_refused_and_cancelled_is_counted()
    {
        await using var server = await StubServer.StartAsync(speed: 100, engines: 1);
        var audio = (await server.WavAsync("One two three.")).Length - 44;
        using var stream = await server.SpeakAsync(new { text = "Four five six.", format = "pcm" });
        var pcm = (await stream.Content.ReadAsByteArrayAsync()).Length;
        using (await server.SpeakAsync("{"))
        using (await server.SpeakAsync(new { text = "Hello.", voice = "nobody" }))
        using (await server.SpeakAsync(new { text = LoadTexts.Of(0, 20_000), format = "pcm" }))
        {
            // The last one is left in the middle of its audio.
        }

        await server.UntilIdleAsync();
        var samples = Samples(await server.Client.GetStringAsync("/metrics"));

        Assert.Equal(2, samples["kokoro_utterances_ended_total{outcome=\"whole\"}"]);
        Assert.Equal(1, samples["kokoro_utterances_cancelled_total{cause=\"client_gone\"}"]);
        Assert.Equal(0, samples["kokoro_utterances_cancelled_total{cause=\"draining\"}"]);
        Assert.Equal(1, samples["kokoro_requests_refused_total{cause=\"json_invalid\"}"]);
        Assert.Equal(1, samples["kokoro_requests_refused_total{cause=\"voice_unknown\"}"]);
        Assert.Equal(0, samples["kokoro_requests_refused_total{cause=\"full\"}"]);
        Assert.Equal(audio, samples["kokoro_audio_sent_bytes_total{format=\"wav\"}"]);
        Assert.InRange(samples["kokoro_audio_sent_bytes_total{format=\"pcm\"}"], pcm, double.MaxValue);
        Assert.Equal(1, samples["kokoro_first_audio_duration_seconds_count{delivery=\"whole\"}"]);
        Assert.Equal(2, samples["kokoro_first_audio_duration_seconds_count{delivery=\"stream\"}"]);
        Assert.Equal(samples["kokoro_run_duration_seconds_count{width=\"narrow\"}"], samples["kokoro_run_wait_seconds_count"]);
        Assert.InRange(samples["kokoro_run_real_time_factor_sum{width=\"narrow\"}"] / samples["kokoro_run_real_time_factor_count{width=\"narrow\"}"], 0.009, 1);
        Assert.InRange(samples["kokoro_run_audio_seconds_total"], (audio + pcm) / 48_000.0, double.MaxValue);
        Assert.Equal(1, samples["kokoro_permits"]);
        Assert.Equal(0, samples["kokoro_permits_in_use"]);
        Assert.Equal(0, samples["kokoro_queue_runs"]);
        Assert.Equal(0, samples["kokoro_quarantine_texts"]);
        Assert.InRange(samples["kokoro_drain_rate_ratio"], 1, 100);
        Assert.True(samples.ContainsKey("kokoro_stream_underruns_total"));
        Assert.InRange(samples["dotnet_process_memory_working_set_bytes"], 1_000_000, double.MaxValue);
    }

    [Fact]
    public async Task An_engine_that_is_killed_is_counted_by_its_cause()
    {
        await using var server = await StubServer.StartAsync(speed: 100, engines: 1);
        var engine = (await server.HealthAsync()).Engines.Single(each => each.Name == "synthesis-0").ProcessId!.Value;

        ProcessTree.Signal(engine, "KILL");
        await server.UntilAsync(report => report.Engines.Any(each => each.Name == "synthesis-0" && each.ProcessId != engine));

        Assert.Equal(1, Samples(await server.Client.GetStringAsync("/metrics"))["kokoro_engine_restarts_total{cause=\"killed_from_outside\",pool=\"synthesis\"}"]);
    }

    [Fact]
    public async Task Two_servers_in_one_process_count_apart_and_every_line_is_as_Prometheus_reads_it()
    {
        await using var one = await StubServer.StartAsync(speed: 100, engines: 1);
        await using var other = await StubServer.StartAsync(speed: 100, engines: 1);
        await one.WavAsync("Hello.");

        using var response = await other.Client.GetAsync("/metrics");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(0, Samples(text)["kokoro_utterances_ended_total{outcome=\"whole\"}"]);
        Assert.Equal(1, Samples(await one.Client.GetStringAsync("/metrics"))["kokoro_utterances_ended_total{outcome=\"whole\"}"]);
        AssertWellFormed(text);
        AssertWellFormed(await one.Client.GetStringAsync("/metrics"));
        AssertDocumented(await one.Client.GetStringAsync("/metrics"));
    }

    /// <summary>One HELP and one TYPE before each family's samples, no family twice, buckets that only grow and end at the count.</summary>
    private static void AssertWellFormed(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var families = new HashSet<string>();
        var (family, type, below) = ("", "", 0.0);
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                family = line.Split(' ')[2];
                Assert.True(families.Add(family), $"{family} is there twice");
            }
            else if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                Assert.Equal(family, line.Split(' ')[2]);
                type = line.Split(' ')[3];
            }
            else
            {
                var sample = Sample().Match(line);
                Assert.True(sample.Success, line);
                Assert.StartsWith(family, line, StringComparison.Ordinal);
                var value = double.Parse(sample.Groups["value"].Value, CultureInfo.InvariantCulture);
                if (type != "histogram")
                    continue;
                if (line.StartsWith($"{family}_bucket", StringComparison.Ordinal))
                    Assert.True(value >= below, line);
                else if (line.StartsWith($"{family}_count", StringComparison.Ordinal))
                    Assert.Equal(below, value);
                below = line.StartsWith($"{family}_count", StringComparison.Ordinal) ? 0 : line.StartsWith($"{family}_sum", StringComparison.Ordinal) ? below : value;
            }
        }
    }

    private static void AssertDocumented(string text)
    {
        var page = File.ReadAllText(Checkout.File("docs", "metrics.md"));
        var families = Family().Matches(text).Select(match => match.Groups[1].Value).ToArray();

        Assert.InRange(families.Length, 15, 100);
        Assert.All(families, family => Assert.Contains($"`{family}`", page, StringComparison.Ordinal));
    }

    private static Dictionary<string, double> Samples(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#')
        .ToDictionary(line => line[..line.LastIndexOf(' ')], line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));

    [GeneratedRegex("^# TYPE (kokoro_[a-z_]+) ", RegexOptions.Multiline)]
    private static partial Regex Family();

    [GeneratedRegex("""^[a-z_]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? (?<value>[-+0-9.eE]+|\+Inf)$""")]
    private static partial Regex Sample();
}
