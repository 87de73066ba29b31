using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>Turns clauses into Kokoro's phonemes. One call at a time; the caller asks for the next clause when it wants it.</summary>
public interface IPhonemizer
{
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.WordUnspeakable"/>: a word ends every engine it is given to, its place is named and the next
    /// clause is fine. <see cref="SpeechErrorCode.EngineFailed"/>: no engine can be started.
    /// </exception>
    Task<PhonemizedClause> PhonemizeAsync(Clause clause, Language language, CancellationToken cancellationToken);
}
