namespace Kokoro.Tests.Faults;

/// <summary>One after the other and beside nothing else: what they measure is the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultCollection
{
    public const string Name = "faults";
}
