using System.Diagnostics;
using Kokoro.Host.Cli;
using Kokoro.Synthesis;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Bench.Requests;

/// <summary>
/// Requests one after the other in a fresh process: the first pays for the phoneme engine, the model and the compiler, the
/// others find them warm.
/// </summary>
internal static class RequestBench
{
    private const int TenRequests = 10;

    public static async Task RunAsync(string text, CancellationToken cancellationToken, int requests = TenRequests)
    {
        var table = new MarkdownTable("request", "first audio s", "seconds", "audio s", "x real time");
        var warm = new List<Request>();
        var started = Stopwatch.GetTimestamp();
        await using var speaker = Speaker.Start(SpeakerChoice.Starter);
        var pipeline = await speaker.OpenAsync(SpeakingSpeed.Normal, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < requests; i++)
        {
            var request = await SpeakAsync(pipeline, text, i == 0 ? started : Stopwatch.GetTimestamp(), cancellationToken).ConfigureAwait(false);
            Row(table, i == 0 ? "1, cold" : $"{i + 1}", request);
            if (i > 0)
                warm.Add(request);
        }

        Row(table, "warm, median", new Request(
            Median.Of(warm.Select(each => each.FirstAudio)),
            Median.Of(warm.Select(each => each.Seconds)),
            Median.Of(warm.Select(each => each.AudioSeconds))));
        table.Write(Console.Out);
    }

    private static async Task<Request> SpeakAsync(SpeechPipeline pipeline, string text, long started, CancellationToken cancellationToken)
    {
        var cut = TextCutter.Cut(text, Language.AmericanEnglish);
        using var target = new MemoryStream();
        await using var sink = new WavStream(target);
        double? first = null;
        long samples = 0;
        await foreach (var run in pipeline.SpeakAsync(cut, cancellationToken).ConfigureAwait(false))
        {
            await sink.AppendAsync(run, cancellationToken).ConfigureAwait(false);
            first ??= Stopwatch.GetElapsedTime(started).TotalSeconds;
            samples += run.Samples.Length;
        }

        return new Request(first!.Value, Stopwatch.GetElapsedTime(started).TotalSeconds, samples / (double)PcmRun.SampleRate);
    }

    private static void Row(MarkdownTable table, string name, Request request) => table.Add(
        name,
        $"{request.FirstAudio:0.000}",
        $"{request.Seconds:0.000}",
        $"{request.AudioSeconds:0.00}",
        $"{request.AudioSeconds / request.Seconds:0}");

    private sealed record Request(double FirstAudio, double Seconds, double AudioSeconds);
}
