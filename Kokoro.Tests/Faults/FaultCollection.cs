namespace Kokoro.Tests.Faults;

/// <summary>One after the other and beside nothing else: they kill processes after fractions of a second, which a busy machine would do for them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultCollection
{
    public const string Name = "faults";
}
