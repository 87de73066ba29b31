using System.Collections.Immutable;

namespace Kokoro.Actors.Settings.Reading;

/// <summary>A value as it is written, with where it is written.</summary>
/// <param name="Text">Null for a list.</param>
/// <param name="Items">Null for anything else.</param>
internal sealed record LocatedValue(Origin Origin, string? Text, ImmutableArray<string>? Items = null);
