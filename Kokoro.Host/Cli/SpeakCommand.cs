using System.CommandLine;
using System.Diagnostics;
using Kokoro.Host.Cli.Models;
using Kokoro.Synthesis;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Host.Cli;

/// <summary>`kokoro speak`: a text becomes one WAV file, or a WAV stream on standard output.</summary>
internal static class SpeakCommand
{
    private const string StandardOutput = "-";

    public static Command Create()
    {
        var input = new InputOptions();
        var output = new Option<string>("--output", "-o")
        {
            Description = "Write a WAV file here (16-bit mono, 24 kHz); - is standard output, where the sound starts before the text ends.",
            HelpName = "path",
            Required = true,
        };
        var speed = new Option<string>("--speed") { Description = "0.25 to 4; 1 is normal.", HelpName = "factor", DefaultValueFactory = _ => "1" };
        var emoji = EmojiOption.Create();
        var speaker = new SpeakerOptions();

        var command = new Command("speak", "Speak a text into a WAV file.") { output, speed, emoji };
        input.AddTo(command);
        speaker.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            token => input.ReadAsync(parsed, token),
            parsed.GetRequiredValue(output),
            SpeakingSpeed.Parse(parsed.GetRequiredValue(speed)),
            new TextOptions(parsed.GetValue(emoji)),
            speaker.Read(parsed),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Func<CancellationToken, Task<string>> read, string output, float speed, TextOptions options, SpeakerChoice choice, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();

        // The command-line library begins to handle Ctrl-C when an action first waits; before that it would end the process on the spot.
        await Task.Yield();
        var text = await read(cancellationToken).ConfigureAwait(false);
        await Preparation.EnsureAsync(choice.Model.Path, cancellationToken).ConfigureAwait(false);
        await using var speaker = Speaker.Start(choice);
        var cut = TextCutter.Cut(text, speaker.Language, options);
        await using var sink = output == StandardOutput
            ? (IAudioSink)new WavStream(Console.OpenStandardOutput())
            : WavFile.Create(output);

        var pipeline = await speaker.OpenAsync(speed, cancellationToken).ConfigureAwait(false);
        long samples = 0;
        await SpeakProgress.ShowAsync(text.Length, async report =>
        {
            await foreach (var run in pipeline.SpeakAsync(cut, cancellationToken).ConfigureAwait(false))
            {
                await sink.AppendAsync(run, cancellationToken).ConfigureAwait(false);
                if (output == StandardOutput && !HasReader())
                    throw new SpeechException(SpeechErrorCode.OutputUnwritable, "cannot write to standard output: nobody reads it any more");
                samples += run.Samples.Length;
                report(run.Source.End);
            }
        }).ConfigureAwait(false);
        await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);

        await ReportAsync(text, cut, samples, clock.Elapsed, output, speaker.Who).ConfigureAwait(false);
        return ExitCode.Done;
    }

    /// <summary>.NET's console stream takes whatever is written to a pipe that nobody reads, and says nothing.</summary>
    private static bool HasReader() => OperatingSystem.IsWindows() || Kokoro.Synthesis.Native.Posix.StandardOutput.HasReader();

    private static async Task ReportAsync(string text, CutText cut, long samples, TimeSpan taken, string output, string who)
    {
        foreach (var line in LeftOutReport.Lines(text, cut.LeftOut))
            await Terminal.NoteAsync(line).ConfigureAwait(false);
        var seconds = samples / (double)PcmRun.SampleRate;
        var target = output == StandardOutput ? "standard output" : output;
        await Terminal.NoteAsync($"{target}: {seconds:0.0} s of speech in {taken.TotalSeconds:0.00} s, by {who}").ConfigureAwait(false);
    }
}
