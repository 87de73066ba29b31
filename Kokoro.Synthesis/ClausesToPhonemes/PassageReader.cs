using System.Collections.Immutable;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>
/// Gets a passage read whatever the engine does: whole; whole once more in a fresh engine, because an end may have had
/// another cause; then word by word, so that one word costs only itself.
/// </summary>
internal sealed class PassageReader(RestartingPhonemeEngine engine)
{
    /// <param name="words">The words between two marks.</param>
    /// <returns>Groups in order that together cover every word, and what it took.</returns>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.WordUnspeakable"/>, with the word's place; and what <see cref="RestartingPhonemeEngine.ReadAsync"/> throws.
    /// </exception>
    public async Task<(ImmutableArray<PhonemeGroup> Groups, PhonemizeOutcome Outcome)> ReadAsync(
        ImmutableArray<SpokenWord> words, Language language, CancellationToken cancellationToken)
    {
        var pieces = ImmutableArray.CreateBuilder<string>(words.Length);
        var wordOf = new List<int>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var piece in PassageCutter.Pieces(LetterNames.Write(words[i], language)))
            {
                pieces.Add(piece);
                wordOf.Add(i);
            }
        }

        var all = pieces.DrainToImmutable();
        var groups = ImmutableArray.CreateBuilder<PhonemeGroup>(all.Length);
        var outcome = PhonemizeOutcome.Whole;
        for (var first = 0; first < all.Length;)
        {
            var count = PassageCutter.Fitting(all, first);
            var part = new Part(language.EspeakVoice, all.Slice(first, count), index => words[wordOf[first + index]].Source);
            var (read, took) = await ReadAsync(part, cancellationToken).ConfigureAwait(false);
            foreach (var group in read)
                groups.Add(new(group.Ipa, wordOf[first + group.FirstWord], wordOf[first + group.EndWord - 1] + 1));
            outcome = took > outcome ? took : outcome;
            first += count;
        }

        return (groups.DrainToImmutable(), outcome);
    }

    private async Task<(ImmutableArray<PhonemeGroup> Groups, PhonemizeOutcome Outcome)> ReadAsync(Part part, CancellationToken cancellationToken)
    {
        var passage = new PassageRequest(part.Voice, part.Words);
        try
        {
            return (await engine.ReadAsync(passage, cancellationToken).ConfigureAwait(false), PhonemizeOutcome.Whole);
        }
        catch (EngineEndedException)
        {
            // Once more, whole.
        }

        try
        {
            return (await engine.ReadAsync(passage, cancellationToken).ConfigureAwait(false), PhonemizeOutcome.WholeAfterRestart);
        }
        catch (EngineEndedException e) when (part.Words.Length == 1)
        {
            throw Unspeakable(part.Place(0), e);
        }
        catch (EngineEndedException)
        {
            return (await WordByWordAsync(part, cancellationToken).ConfigureAwait(false), PhonemizeOutcome.WordByWord);
        }
    }

    private async Task<ImmutableArray<PhonemeGroup>> WordByWordAsync(Part part, CancellationToken cancellationToken)
    {
        var groups = ImmutableArray.CreateBuilder<PhonemeGroup>(part.Words.Length);
        for (var word = 0; word < part.Words.Length; word++)
        {
            try
            {
                foreach (var group in await engine.ReadAsync(new(part.Voice, [part.Words[word]]), cancellationToken).ConfigureAwait(false))
                    groups.Add(new(group.Ipa, word, word + 1));
            }
            catch (EngineEndedException e)
            {
                throw Unspeakable(part.Place(word), e);
            }
        }

        return groups.DrainToImmutable();
    }

    private static SpeechException Unspeakable(TextRange place, EngineEndedException e) => new(
        SpeechErrorCode.WordUnspeakable,
        $"the word at {place} cannot be spoken: the phoneme {e.Message} on it each time; write it differently",
        place,
        e);

    /// <param name="Place">Where a word of it stands in the text as received.</param>
    private sealed record Part(string Voice, ImmutableArray<string> Words, Func<int, TextRange> Place);
}
