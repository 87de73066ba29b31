namespace Kokoro.Synthesis.Models.Store;

/// <summary>A published file that can be fetched by its name.</summary>
/// <param name="Name">What a person calls it: `kokoro model pull NAME`.</param>
/// <param name="Bytes">Null where the publisher's exact number is not known; the hash decides in any case.</param>
/// <param name="Sha256">As lower-case hex.</param>
/// <param name="GoodFor">Why one would take it, and what speaks against it.</param>
/// <param name="Voices">For a model: the item that holds its voices.</param>
internal sealed record CatalogueItem(
    string Name, CatalogueKind Kind, Uri Url, long? Bytes, string Sha256, string Licence, string GoodFor, string? Voices = null)
{
    /// <summary>The name of the file at its publisher's.</summary>
    public string File => Path.GetFileName(Url.LocalPath);
}
