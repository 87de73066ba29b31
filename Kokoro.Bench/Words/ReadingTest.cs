namespace Kokoro.Bench.Words;

/// <summary>Lets a system read sentences and counts the words that the recogniser does not hear.</summary>
internal static class ReadingTest
{
    /// <param name="folder">An own, empty folder for the sound.</param>
    public static async Task<WordErrors> RunAsync(
        ISystemUnderTest system, IReadOnlyList<string> sentences, string folder, CancellationToken cancellationToken)
    {
        for (var i = 0; i < sentences.Count; i++)
            await system.SpeakAsync(sentences[i], Path.Combine(folder, $"{i}.wav"), cancellationToken).ConfigureAwait(false);
        var heard = await SphinxRecogniser.RecogniseAsync(folder, sentences.Count, cancellationToken).ConfigureAwait(false);
        return WordErrors.Sum(sentences.Zip(heard, (said, words) => WordErrors.Between(SpokenWords.Of(said), SpokenWords.Of(words))));
    }
}
