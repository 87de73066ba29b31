using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Synthesis;

/// <summary>
/// The way from clauses to sound in one process, for the command line and for tests. Phonemes and sound are made at the same
/// time, by a child process and by this one; a clause is asked for only when the runs before it are nearly used up.
/// </summary>
/// <param name="speed">Of the speech, and of its pauses.</param>
/// <param name="pauses">Their lengths; <see cref="Pauses.Default"/> without it.</param>
public sealed class SpeechPipeline(
    IPhonemizer phonemizer, ISpeechModel model, VoicePack voice, Language language, float speed, Pauses? pauses = null)
{
    /// <summary>Runs that wait for the model. One keeps it from waiting; more would only be thrown away on a cancel.</summary>
    private const int RunsAhead = 1;

    /// <summary>
    /// The sound of the text, run by run and in order, ready to be joined. Only the first clause must have phonemes before the first
    /// run starts. A run that fails ends the enumeration with its error; none is ever skipped.
    /// </summary>
    /// <exception cref="SpeechException">A stage's own error, or <see cref="SpeechErrorCode.NothingSpeakable"/> when no word of it sounds.</exception>
    public async IAsyncEnumerable<PcmRun> SpeakAsync(CutText text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var runs = Channel.CreateBounded<TokenRun>(
            new BoundedChannelOptions(RunsAhead) { SingleReader = true, SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var packing = PackAsync(text, runs.Writer, stop.Token);
        var spoken = 0;
        int? owed = null;
        try
        {
            await foreach (var run in runs.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                var before = owed;
                var fitted = await Task.Run(() => Speak(run, before, cancellationToken), cancellationToken).ConfigureAwait(false);
                owed = fitted.Owed;
                yield return fitted.Run;
                spoken++;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await packing.ConfigureAwait(false);
        }

        if (spoken == 0)
            throw new SpeechException(SpeechErrorCode.NothingSpeakable, "no word of the text has a sound in this language; check the language");
    }

    /// <summary>Never faults: an error completes the channel, where the reader meets it in its place.</summary>
    private async Task PackAsync(CutText text, ChannelWriter<TokenRun> runs, CancellationToken cancellationToken)
    {
        try
        {
            var packer = new RunPacker(language);
            foreach (var clause in text.Clauses)
            {
                var phonemes = await phonemizer.PhonemizeAsync(clause, language, cancellationToken).ConfigureAwait(false);
                foreach (var run in packer.Add(phonemes))
                    await runs.WriteAsync(run, cancellationToken).ConfigureAwait(false);
            }

            foreach (var run in packer.Complete())
                await runs.WriteAsync(run, cancellationToken).ConfigureAwait(false);
            runs.Complete();
        }
        catch (Exception e)
        {
            runs.Complete(e);
        }
    }

    private FittedRun Speak(TokenRun run, int? owed, CancellationToken cancellationToken)
    {
        var style = voice.StyleRow(run.Ids.Length - 2);
        var pcm = RunSpeaker.Speak(model, run, style.Span, speed, cancellationToken);
        return PauseFitter.Fit(pcm, owed, pauses ?? Pauses.Default, speed);
    }
}
