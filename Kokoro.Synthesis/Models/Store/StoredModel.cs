using System.Text.Json.Serialization;

namespace Kokoro.Synthesis.Models.Store;

/// <summary>A model of the store, as its `model.json` describes it.</summary>
/// <param name="Source">Where it came from, for people.</param>
/// <param name="Files">The ONNX file, then the files with its weights, if there are any.</param>
internal sealed record StoredModel(string Name, string Source, IReadOnlyList<StoredFile> Files)
{
    /// <summary>Where it lies; it is known by where it was found.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";

    [JsonIgnore]
    public string Path => System.IO.Path.Combine(Folder, Files[0].Name);

    [JsonIgnore]
    public string Sha256 => Files[0].Sha256;

    [JsonIgnore]
    public long Bytes => Files.Sum(file => file.Bytes);
}
