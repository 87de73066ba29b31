using System.Collections.Immutable;

namespace Kokoro.Synthesis.TextToClauses;

/// <summary>A whole text as clauses: at least one, in order; every word's range lies inside the text as received and none overlaps another.</summary>
/// <param name="LeftOut">What is not spoken, in order. White space is not listed.</param>
public sealed record CutText(ImmutableArray<Clause> Clauses, ImmutableArray<LeftOut> LeftOut);
