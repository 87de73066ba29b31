using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices.Files;

namespace Kokoro.Synthesis.Models.Store;

/// <summary>Reads everything in the store again and compares it with what it was.</summary>
internal sealed class StoreVerifier(ModelStore store, Catalogue catalogue)
{
    /// <param name="Problem">What is wrong and the command that mends it; null: nothing.</param>
    internal sealed record Finding(string What, string? Problem);

    /// <summary>Each model, then each voice file; found one after the other, since large files take a second each.</summary>
    public IEnumerable<Finding> Verify()
    {
        foreach (var folder in store.Damaged())
            yield return new(Path.GetFileName(folder), $"its description cannot be read; delete the folder {Printable.Line(folder)} and fetch or add it again");
        foreach (var model in store.All())
            yield return new(model.Name, Problem(model));
        foreach (var file in Directory.Exists(store.Voices) ? Directory.GetFiles(store.Voices).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
            yield return new($"voices/{Path.GetFileName(file)}", VoiceProblem(file));
    }

    private string? Problem(StoredModel model)
    {
        foreach (var file in model.Files)
        {
            var path = Path.Combine(model.Folder, file.Name);
            if (!File.Exists(path))
                return $"{Printable.Line(path)} is missing; {Mend(model)}";
            var bytes = new FileInfo(path).Length;
            if (bytes != file.Bytes)
                return $"{Printable.Line(path)} has {bytes} bytes instead of {file.Bytes}; {Mend(model)}";
            var hash = ModelHash.OfFile(path);
            if (hash != file.Sha256)
                return $"{Printable.Line(path)} has SHA-256 {hash[..12]}... instead of {file.Sha256[..12]}...; {Mend(model)}";
        }

        return null;
    }

    private string Mend(StoredModel model)
    {
        var again = catalogue.WithHash(model.Sha256) is { } item ? $"kokoro model pull {item.Name}" : "kokoro model add PATH";
        return $"mend it with: kokoro model remove {model.Name}, then {again}";
    }

    private static string? VoiceProblem(string path)
    {
        if (!VoiceFiles.Extensions.Contains(Path.GetExtension(path)))
            return $"{Printable.Line(path)} is no voice file; delete it";
        try
        {
            foreach (var voice in VoiceFiles.List(path))
                voice.Load();
            return null;
        }
        catch (SpeechException e)
        {
            return e.Message;
        }
    }
}
