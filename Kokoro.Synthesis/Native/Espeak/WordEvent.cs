namespace Kokoro.Synthesis.Native.Espeak;

/// <summary>Where a group of phonemes begins in the text that was read.</summary>
/// <param name="Clause">Which of espeak-ng's own clauses it is in, from 0.</param>
/// <param name="Position">In Unicode code points, from 1. It may point at a hyphen or at the space just before the word.</param>
internal readonly record struct WordEvent(int Clause, int Position);
