namespace Kokoro.Bench.Standin;

/// <summary>A float tensor of the model. Only its shape is kept; its numbers are drawn when they are written.</summary>
/// <param name="Name">Its own in the whole model. It picks the numbers, so that two graphs share those of equal names.</param>
internal sealed record Weight(string Name, IReadOnlyList<long> Shape, WeightFill Fill, ulong Seed)
{
    public int Length { get; } = (int)Shape.Aggregate(1L, (product, extent) => product * extent);

    /// <param name="values">Row-major, <see cref="Length"/> of them.</param>
    public void Draw(Span<float> values) => Fill(values, RandomNormal.For(Name, Seed));
}
