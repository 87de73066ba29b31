namespace Kokoro.Bench.Standin;

/// <summary>Gives every number of a weight its value.</summary>
internal delegate void WeightFill(Span<float> values, RandomNormal random);
