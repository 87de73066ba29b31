using System.Text.Json;
using Kokoro.Synthesis.Models.Store;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Synthesis.Models.Prepared;

/// <summary>The fast-loading form of a model of the store: `prepared/KEY` in its folder, with a graph, its weights, and `prepared.json`, which has their hashes.</summary>
/// <param name="Files">The graph, then the weights.</param>
internal sealed record PreparedModel(string SourceSha256, IReadOnlyList<StoredFile> Files)
{
    public const string Graph = "model.onnx";
    public const string Weights = "weights.bin";
    private const string About = "prepared.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Where prepared forms of a model are.</summary>
    /// <param name="modelFolder">Of the source.</param>
    public static string FolderIn(string modelFolder) => Path.Combine(modelFolder, "prepared");

    /// <summary>The form for this machine; null where there is none, or not all of it.</summary>
    /// <param name="modelPath">Of the source.</param>
    /// <param name="sourceSha256">Null: as the store describes the model beside it.</param>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.LibraryMissing"/>.</exception>
    public static (string Path, PreparedModel Model)? Find(string modelPath, string? sourceSha256 = null)
    {
        var home = Path.GetDirectoryName(Path.GetFullPath(modelPath))!;
        if (!Directory.Exists(FolderIn(home)) || (sourceSha256 ?? ModelStore.Describe(home)?.Sha256) is not { } source)
            return null;
        var folder = Path.Combine(FolderIn(home), PreparedKey.Of(source));
        return Read(folder) is { } model && model.SourceSha256 == source && model.Files.All(file => IsThere(folder, file))
            ? (Path.Combine(folder, Graph), model)
            : null;
    }

    /// <summary>Whether the bytes are those that were written. Reads them all.</summary>
    /// <param name="path">As <see cref="Find"/> gave it.</param>
    public bool IsIntact(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        return Files.All(file => ModelHash.OfFile(Path.Combine(folder, file.Name)) == file.Sha256);
    }

    /// <summary>It is prepared again by the next command that needs it.</summary>
    /// <param name="path">As <see cref="Find"/> gave it.</param>
    public static void Forget(string path)
    {
        try
        {
            File.Delete(Path.Combine(Path.GetDirectoryName(path)!, About));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then it is found damaged again, and never used.
        }
    }

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, About), JsonSerializer.Serialize(this, Format));

    private static bool IsThere(string folder, StoredFile file) => new FileInfo(Path.Combine(folder, file.Name)) is { Exists: true, Length: var length } && length == file.Bytes;

    private static PreparedModel? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<PreparedModel>(File.ReadAllText(Path.Combine(folder, About)), Format) is { SourceSha256: not null, Files.Count: > 0 } model ? model : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null; // it is prepared again
        }
    }
}
