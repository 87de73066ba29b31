namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>An abbreviation written with a full stop.</summary>
/// <param name="Spoken">Its words, separated by one space.</param>
/// <param name="MayEnd">Whether a sentence may end with it (etc.); a title before a name never does.</param>
/// <param name="NeedsCapital">Whether it is one only before a word with a capital (Smith v. Jones).</param>
/// <param name="NeedsNumber">Whether it is one only before a digit (No. 5).</param>
internal sealed record Abbreviation(string Spoken, bool MayEnd = false, bool NeedsNumber = false, bool NeedsCapital = false);
