using System.Text.Json;
using Kokoro.Synthesis.Models.Store;

namespace Kokoro.Synthesis.Models.Prepared;

/// <summary>The fast-loading form of a model of the store: `prepared/KEY` in its folder, with a graph, its weights, and `prepared.json`, which has their checksums.</summary>
/// <param name="Files">The graph, then the weights; none: it was tried and is of no use, so that nobody tries again.</param>
/// <param name="IsTried">It has spoken, or is of no use; before that no engine opens it but the one that tries it. Where nothing is said of it, a version wrote it that kept none but those that spoke.</param>
/// <param name="TriedInVain">How many trials came to no end that says anything of it.</param>
internal sealed record PreparedModel(string SourceSha256, IReadOnlyList<PreparedFile> Files, bool IsTried = true, int TriedInVain = 0)
{
    public const string Graph = "model.onnx";
    public const string Weights = "weights.bin";
    private const string About = "prepared.json";

    /// <summary>So many trials that say nothing say that it cannot be tried here.</summary>
    private const int MostTrials = 3;

    /// <summary>Where prepared forms of a model are.</summary>
    /// <param name="modelFolder">Of the source.</param>
    public static string FolderIn(string modelFolder) => Path.Combine(modelFolder, "prepared");

    /// <summary>Whether it was prepared for this machine and tried, whatever came of it.</summary>
    /// <inheritdoc cref="Find" path="/param[@name='modelPath']"/>
    public static bool WasTried(string modelPath, string sourceSha256)
    {
        var folder = FolderOf(modelPath, sourceSha256);
        return Read(folder) is { IsTried: true } model && model.Files.All(file => IsThere(folder, file));
    }

    /// <summary>The form for this machine; null where there is none, or not all of it.</summary>
    /// <param name="modelPath">Of the source.</param>
    /// <param name="isTried">Whether it must have been tried.</param>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.LibraryMissing"/>.</exception>
    public static (string Path, PreparedModel Model)? Find(string modelPath, bool isTried = true)
    {
        var home = Path.GetDirectoryName(Path.GetFullPath(modelPath))!;
        if (!Directory.Exists(FolderIn(home)) || ModelStore.Describe(home)?.Sha256 is not { } source)
            return null;
        var folder = FolderOf(modelPath, source);
        return Read(folder) is { Files.Count: > 0 } model && model.SourceSha256 == source && (model.IsTried || !isTried) && model.Files.All(file => IsThere(folder, file))
            ? (Path.Combine(folder, Graph), model)
            : null;
    }

    /// <summary>Whether the bytes are those that were written, and can be read. Reads them all.</summary>
    /// <param name="path">As <see cref="Find"/> gave it.</param>
    public bool IsIntact(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            return Files.All(file => Crc32C.OfFile(Path.Combine(folder, file.Name)) == file.Crc32C);
        }
        catch (SpeechException)
        {
            return false; // no longer there, or not for us
        }
    }

    /// <summary>It has spoken: engines open it from now on.</summary>
    /// <inheritdoc cref="Forget" path="/param"/>
    public static void Trust(string path) => Try(() =>
    {
        var folder = Path.GetDirectoryName(path)!;
        if (Read(folder) is { } model)
            (model with { IsTried = true }).Write(folder);
    });

    /// <summary>It is prepared again by the next command that needs it.</summary>
    /// <param name="path">As <see cref="Find"/> gave it.</param>
    public static void Forget(string path) => Try(() => File.Delete(Path.Combine(Path.GetDirectoryName(path)!, About)));

    /// <summary>It is of no use here: its files are deleted, and it is not made again.</summary>
    /// <inheritdoc cref="Forget" path="/param"/>
    public static void GiveUp(string path, string sourceSha256) => Try(() =>
    {
        new PreparedModel(sourceSha256, [], IsTried: true).Write(Path.GetDirectoryName(path)!);
        File.Delete(path);
        File.Delete(Path.Combine(Path.GetDirectoryName(path)!, Weights));
    });

    /// <summary>A trial came to no end that says anything of it, for want of memory or time: it is tried again by the next command, but not for ever.</summary>
    /// <returns>Whether it is given up now.</returns>
    /// <inheritdoc cref="Forget" path="/param"/>
    public static bool CountVainTrial(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (Read(folder) is not { } model)
            return false;
        if (model.TriedInVain + 1 >= MostTrials)
        {
            GiveUp(path, model.SourceSha256);
            return true;
        }

        Try(() => (model with { TriedInVain = model.TriedInVain + 1 }).Write(folder));
        return false;
    }

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, About), JsonSerializer.Serialize(this, StoreJson.Default.PreparedModel));

    private static string FolderOf(string modelPath, string sourceSha256) =>
        Path.Combine(FolderIn(Path.GetDirectoryName(Path.GetFullPath(modelPath))!), PreparedKey.Of(sourceSha256));

    private static bool IsThere(string folder, PreparedFile file) => new FileInfo(Path.Combine(folder, file.Name)) is { Exists: true, Length: var length } && length == file.Bytes;

    /// <summary>Where the store cannot be written, the form is found bad again at the next start, and not used then either.</summary>
    private static void Try(Action change)
    {
        try
        {
            change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As above.
        }
    }

    private static PreparedModel? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(folder, About)), StoreJson.Default.PreparedModel) is { SourceSha256: not null, Files: not null } model ? model : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null; // it is prepared again
        }
    }
}
