using Kokoro.Host.Cli;
using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.Pipeline;

/// <summary>The whole way, with the real phoneme engine and the starter voice.</summary>
public sealed class AnyTextTests(SpeakerFixture speaker) : IClassFixture<SpeakerFixture>
{
    private const int Texts = 40;

    /// <summary>Some seconds of speech: what a text holds matters here, not how long it is.</summary>
    private const int MostFragments = 8;

    [Fact]
    public void Speak_any_text_gives_audio_or_a_named_error() => Generated.Check(GeneratedText.Fragments, Texts, fragments =>
    {
        var text = string.Concat(fragments.Take(MostFragments));
        try
        {
            var samples = Task.Run(() => SpeakAsync(text)).GetAwaiter().GetResult();
            Assert.True(samples > 0, "no sound and no error");
        }
        catch (SpeechException e)
        {
            Assert.Equal(ExitCode.Refused, ExitCode.Of(e.Code));
        }
    });

    private async Task<long> SpeakAsync(string text)
    {
        long samples = 0;
        var spoken = 0;
        await foreach (var run in speaker.Pipeline.SpeakAsync(TextCutter.Cut(text, Language.AmericanEnglish), CancellationToken.None))
        {
            Assert.InRange(run.Source.Start, spoken, text.Length);
            spoken = run.Source.Start;
            Assert.True(run.Samples.AsSpan().IndexOfAnyExceptInRange(-1f, 1f) < 0, "a sample beyond -1..1");
            Assert.All(run.Words, word => Assert.True(word.From < word.To && word.To <= run.Samples.Length, $"{word}"));
            samples += run.Samples.Length;
        }

        return samples;
    }
}
