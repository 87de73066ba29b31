using System.Collections.Immutable;

namespace Kokoro.Actors;

/// <summary>What a pure decider answers: the state from now on, and what its actor has to do, in this order.</summary>
internal readonly record struct Decision<TState, TEffect>(TState State, ImmutableArray<TEffect> Effects);
