namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>How often each pattern was found and rewritten.</summary>
internal sealed record RewriteReport
{
    /// <summary>AdaIN that was written out in single operators.</summary>
    public int WrittenOutNorms { get; init; }

    /// <summary>AdaIN that was an InstanceNormalization with weights of its own, then scale and shift.</summary>
    public int AffineNorms { get; init; }

    public int Convolutions { get; init; }
}
