using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>How attention takes its vectors apart into heads and puts them together again.</summary>
internal sealed class AttentionShapes
{
    public const int HeadWidth = 64;
    private const int Heads = Albert.Width / HeadWidth;

    /// <param name="count">N as [1].</param>
    public AttentionShapes(GraphBuilder g, Value count)
    {
        using var part = g.Inside("shapes");
        Apart = g.Concat(0, g.Ints(1), count, g.Ints(Heads), g.Ints(HeadWidth));
        Together = g.Concat(0, g.Ints(1), count, g.Ints(Albert.Width));
    }

    /// <summary>1, N, 12, 64.</summary>
    public Value Apart { get; }

    /// <summary>1, N, 768.</summary>
    public Value Together { get; }
}
