using System.Security.Cryptography;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// Opens the starter model. It is built at first use, which takes a fifth of a second, and kept in a cache folder; only
/// bytes of the pinned hash are ever handed out.
/// </summary>
internal static class StarterModelFile
{
    /// <summary>
    /// Of the file that this version builds. Tables are computed in double and rounded once to float, so that math
    /// libraries that differ in a last digit build the same bytes.
    /// </summary>
    public const string Sha256 = "7c0d6881658086cf57a78608fe6ae3ae120b0a59513a72fe6faadd822c3c0082";

    /// <summary>What people call it.</summary>
    public const string Name = "starter voice";

    /// <summary>A longer file in the cache is not a copy of ours, and is not read. Ours has 355,394 bytes.</summary>
    public const int MostBytes = 400_000;

    /// <summary>The name in the cache folder. It holds the hash, so versions of the program that share the folder keep their own.</summary>
    public static string FileName => $"starter-voice-{Sha256[..12]}.onnx";

    /// <summary>Takes the model from the cache, or builds it and puts it there.</summary>
    /// <param name="cacheFolder">Made when it is missing; one that cannot be used costs only building again. Null: no cache.</param>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.ModelCorrupt"/>: this machine builds other bytes than the pinned ones.
    /// </exception>
    public static StarterModelCopy Open(string? cacheFolder)
    {
        if (cacheFolder is null)
            return new StarterModelCopy(Build(), File: null, CacheProblem: null);

        var path = Path.Combine(cacheFolder, FileName);
        try
        {
            if (ReadCached(path) is { } cached)
                return new StarterModelCopy(cached, path, CacheProblem: null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new StarterModelCopy(Build(), File: null, exception.Message);
        }

        var bytes = Build();
        return TryStore(path, bytes) is { } problem
            ? new StarterModelCopy(bytes, File: null, problem)
            : new StarterModelCopy(bytes, path, CacheProblem: null);
    }

    /// <inheritdoc cref="Open" path="/exception"/>
    public static byte[] Build() => Verify(StarterModelBuilder.Build());

    /// <summary>Lets bytes of the pinned hash through.</summary>
    /// <inheritdoc cref="Open" path="/exception"/>
    public static byte[] Verify(byte[] bytes)
    {
        var hash = Hash(bytes);
        return hash == Sha256
            ? bytes
            : throw new SpeechException(
                SpeechErrorCode.ModelCorrupt,
                $"the starter voice came out with SHA-256 {hash} instead of {Sha256}; build the program again from a clean checkout");
    }

    /// <summary>The cached bytes, or null when there are none or they are not ours.</summary>
    private static byte[]? ReadCached(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > MostBytes)
            return null;
        var bytes = File.ReadAllBytes(path);
        return Hash(bytes) == Sha256 ? bytes : null;
    }

    /// <summary>Writes beside and renames, so that nobody ever reads half a file. Returns what went wrong.</summary>
    private static string? TryStore(string path, byte[] bytes)
    {
        var beside = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return RemoveLeftover(beside) is { } second ? $"{exception.Message} {second}" : exception.Message;
        }
    }

    private static string? RemoveLeftover(string path)
    {
        try
        {
            if (File.Exists(path))
                File.Delete(path);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
