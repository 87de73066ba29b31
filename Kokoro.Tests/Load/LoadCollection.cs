namespace Kokoro.Tests.Load;

/// <summary>One after the other and beside nothing else: what these tests need is the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LoadCollection
{
    public const string Name = "load";
}
