namespace Kokoro.Bench.Words;

/// <summary>How one system was understood on one half of the sentences.</summary>
internal sealed record SystemResult(ISystemUnderTest System, WordErrors Errors);
