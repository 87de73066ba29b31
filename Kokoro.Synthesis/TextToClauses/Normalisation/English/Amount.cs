namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A number as it was read from the text.</summary>
/// <param name="End">Where it ends.</param>
/// <param name="Value">Its size, to compare with another.</param>
/// <param name="IsSingular">Whether what is counted stands in the singular: exactly 1, and a fraction below one.</param>
/// <param name="HasSign">Whether a sign or "about" stands before it.</param>
/// <param name="IsPlain">Whether it has no decimals and no fraction.</param>
internal readonly record struct Amount(int End, double Value, bool IsSingular, bool HasSign, bool IsPlain);
