namespace Kokoro.Tests.Browser;

/// <summary>A browser that has to share its cores with other tests shows few pictures in a second, and what is lit when cannot be seen.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserCollection
{
    public const string Name = "browser";
}
