namespace Kokoro.Bench.Words;

/// <summary>Lets a system read sentences and counts the words that the recogniser does not hear.</summary>
internal static class ReadingTest
{
    /// <summary>Sentences from one line about the progress to the next: some 10 seconds.</summary>
    private const int SentencesPerNote = 60;

    /// <param name="folder">An own, empty folder for the sound.</param>
    /// <param name="note">Takes a line about the progress now and then.</param>
    public static async Task<WordErrors> RunAsync(
        ISystemUnderTest system, IReadOnlyList<string> sentences, string folder, Func<string, Task> note, CancellationToken cancellationToken)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            await system.SpeakAsync(sentences[i], Path.Combine(folder, $"{i}.wav"), cancellationToken).ConfigureAwait(false);
            if ((i + 1) % SentencesPerNote == 0)
                await note($"{i + 1} of {sentences.Count} sentences spoken").ConfigureAwait(false);
        }

        await note("listening").ConfigureAwait(false);
        var heard = await SphinxRecogniser.RecogniseAsync(folder, sentences.Count, cancellationToken).ConfigureAwait(false);
        return WordErrors.Sum(sentences.Zip(heard, (said, words) => WordErrors.Between(SpokenWords.Of(said), SpokenWords.Of(words))));
    }
}
