namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>Phonemes that espeak-ng says without a break, and the words of the passage that they stand for.</summary>
/// <param name="Ipa">Espeak-ng's IPA with ties and stress marks; empty for words that make no sound.</param>
/// <param name="FirstWord">Index into the words of the passage.</param>
/// <param name="EndWord">Index after the last; above <paramref name="FirstWord"/>.</param>
internal readonly record struct PhonemeGroup(string Ipa, int FirstWord, int EndWord);
