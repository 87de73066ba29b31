namespace Kokoro.Host.Security;

/// <summary>
/// The two extensions that this server knows. Their ids follow from the keys in their manifests, so they are the same on every machine; nobody else's may have them.
/// </summary>
internal static class ExtensionOrigins
{
    private const string Scheme = "chrome-extension://";

    /// <summary>The reader and, as a second one, the companion that gives its voices to the whole browser.</summary>
    public static IReadOnlyList<KnownExtension> All { get; } =
    [
        new("jmfeckioepfffcpkkhjfjlfgiinppnlk", "Kokoro Reader"),
        new("gdmaoobjipcognodhnbhdcdehlfillpa", "Kokoro Voices"),
    ];

    /// <returns>Null: the origin is none of theirs.</returns>
    public static KnownExtension? Find(string? origin) => All.FirstOrDefault(each => each.Origin == origin);

    /// <param name="Id">32 letters from a to p.</param>
    /// <param name="Name">For people.</param>
    internal sealed record KnownExtension(string Id, string Name)
    {
        public string Origin { get; } = Scheme + Id;
    }
}
