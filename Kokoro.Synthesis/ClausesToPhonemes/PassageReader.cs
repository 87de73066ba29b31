using System.Collections.Immutable;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>
/// Gets a passage read whatever the engine does: whole; whole once more in a fresh engine, because an end may have had
/// another cause; then word by word, so that one word costs only itself. What ended engines is remembered, a word or a passage, and no engine is given
/// it again. A passage whose phonemes may be more than the engine keeps is read in halves.
/// </summary>
internal sealed class PassageReader(RestartingPhonemeEngine engine, QuarantinedWords quarantine)
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
            var (read, took) = await ReadAsync(PartOf(first, count), cancellationToken).ConfigureAwait(false);
            while (count > 1 && PassageCutter.MayBeCutShort(read))
            {
                count = (count + 1) / 2;
                (read, took) = await ReadAsync(PartOf(first, count), cancellationToken).ConfigureAwait(false);
            }

            foreach (var group in read)
                groups.Add(new(group.Ipa, wordOf[first + group.FirstWord], wordOf[first + group.EndWord - 1] + 1));
            outcome = took > outcome ? took : outcome;
            first += count;
        }

        return (groups.DrainToImmutable(), outcome);

        Part PartOf(int first, int count) => new(language.EspeakVoice, all.Slice(first, count), index => words[wordOf[first + index]].Source);
    }

    private async Task<(ImmutableArray<PhonemeGroup> Groups, PhonemizeOutcome Outcome)> ReadAsync(Part part, CancellationToken cancellationToken)
    {
        for (var word = 0; word < part.Words.Length; word++)
        {
            if (quarantine.Holds(part.Voice, part.Words[word]))
                throw Unspeakable(part.Place(word), "the phoneme engine ended on it before", null);
        }

        if (part.Words.Length > 1 && quarantine.Holds(part.Voice, part.Whole))
            return (await WordByWordAsync(part, cancellationToken).ConfigureAwait(false), PhonemizeOutcome.WordByWord);

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
            throw Guilty(part, 0, e);
        }
        catch (EngineEndedException)
        {
            // Its words may each be innocent, and only together end an engine.
            quarantine.Add(part.Voice, part.Whole);
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
                throw Guilty(part, word, e);
            }
        }

        return groups.DrainToImmutable();
    }

    private SpeechException Guilty(Part part, int word, EngineEndedException e)
    {
        quarantine.Add(part.Voice, part.Words[word]);
        return Unspeakable(part.Place(word), $"the phoneme {e.Message} on it each time", e);
    }

    private static SpeechException Unspeakable(TextRange place, string why, Exception? cause) => new(
        SpeechErrorCode.WordUnspeakable, $"the word at {place} cannot be spoken: {why}; write it differently", place, cause);

    /// <param name="Place">Where a word of it stands in the text as received.</param>
    private sealed record Part(string Voice, ImmutableArray<string> Words, Func<int, TextRange> Place)
    {
        /// <summary>No word has a space in it.</summary>
        public string Whole { get; } = string.Join(' ', Words);
    }
}
