using System.Text;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices.Files;

namespace Kokoro.Synthesis.Models.Store;

/// <summary>Takes models and voices that are on this machine into the store: looked at first, then copied whole or not at all.</summary>
internal sealed class StoreAdder(ModelStore store, Catalogue catalogue)
{
    private const string ModelEnding = ".onnx";

    /// <summary>Published folders keep models in `onnx` and voices in `voices`.</summary>
    private const int MostDepth = 2;

    /// <param name="path">A model, a voice file, or a folder of them. What is wrong with a file that is named is an error; in a folder it is skipped.</param>
    /// <exception cref="SpeechException">No such file, one that is neither or no good, or a store that cannot be written.</exception>
    public AddReport Add(string path)
    {
        var report = new AddReport();
        if (!Directory.Exists(path))
        {
            AddFile(path, report);
            return report;
        }

        var files = Directory.GetFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = MostDepth });
        var weights = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.OrderByDescending(IsModel).ThenBy(each => each, StringComparer.Ordinal))
        {
            try
            {
                if (weights.Contains(Path.GetFullPath(file)))
                    continue;
                AddFile(file, report);
                if (IsModel(file))
                    weights.UnionWith(report.Models[^1].Model.Files.Skip(1).Select(each => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, each.Name))));
            }
            catch (SpeechException e) when (e.Code != SpeechErrorCode.OutputUnwritable)
            {
                report.Skipped.Add(e.Message);
            }
        }

        return report;
    }

    /// <summary>A model file that is already in place for it: checked, then taken with all its weights.</summary>
    /// <param name="name">What it is to be called.</param>
    /// <param name="take">Puts a file (first) where it is to be (second).</param>
    /// <exception cref="SpeechException">It is no Kokoro model, or the store cannot be written.</exception>
    public (StoredModel Model, bool IsNew) AddModel(string path, string? name, string source, Action<string, string> take)
    {
        var weights = SpeechModelLoader.CheckFile(path);
        SpeechModelLoader.Open(path).Dispose(); // its inputs and outputs are Kokoro's
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var from = weights.Prepend(Path.GetFileName(path)).Select(file => Path.Combine(folder, file)).ToArray();
        var hashes = Array.ConvertAll(from, ModelHash.OfFile);
        if (store.All().FirstOrDefault(model => model.Files.Select(file => file.Sha256).SequenceEqual(hashes)) is { } known) // its weights too: an equal graph may have others
            return (known, IsNew: false);

        name ??= Free(catalogue.WithHash(hashes[0])?.Name ?? NameOf(path));
        var names = weights.Prepend(name + ModelEnding);
        StoredFile[] files = [.. names.Select((file, index) => new StoredFile(file, new FileInfo(from[index]).Length, hashes[index]))];
        var place = new Queue<string>(from);
        return (store.Install(new StoredModel(name, source, files), (_, target) =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            take(place.Dequeue(), target);
        }), IsNew: true);
    }

    /// <summary>A voice file, with all voices in it read and found good.</summary>
    /// <param name="take">Puts the file (first) where it is to be (second).</param>
    /// <exception cref="SpeechException">It is none, or damaged, another of its name is there, or the store cannot be written.</exception>
    public (string File, int Voices, bool IsNew) AddVoices(string path, string fileName, Action<string, string> take)
    {
        var voices = VoiceFiles.List(path);
        foreach (var voice in voices)
            voice.Load();
        var target = Path.Combine(store.Voices, fileName);
        if (File.Exists(target) && ModelHash.OfFile(target) == ModelHash.OfFile(path))
            return (fileName, voices.Count, IsNew: false);
        if (File.Exists(target))
            throw new SpeechException(SpeechErrorCode.OutputUnwritable, $"there is another {Printable.Line(fileName)} in {Printable.Line(store.Voices)}; rename this one, or remove that one first");
        return StoreFaults.Guard(store.Home, () =>
        {
            take(path, target);
            return (fileName, voices.Count, IsNew: true);
        });
    }

    /// <summary>Copies beside and renames, so that nothing half is ever seen.</summary>
    public static void Copy(string from, string to)
    {
        var beside = $"{to}.{Path.GetRandomFileName()}";
        try
        {
            File.Copy(from, beside);
            File.Move(beside, to);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private static bool IsModel(string path) => Path.GetExtension(path) == ModelEnding;

    private void AddFile(string path, AddReport report)
    {
        if (!File.Exists(path))
            throw new SpeechException(SpeechErrorCode.InputUnreadable, $"{Printable.Line(path)} does not exist; check the path");
        if (IsModel(path))
            report.Models.Add(AddModel(path, name: null, $"added from {path}", Copy));
        else if (VoiceFiles.Extensions.Contains(Path.GetExtension(path)))
            report.Voices.Add(AddVoices(path, Path.GetFileName(path), Copy));
        else
            throw new SpeechException(SpeechErrorCode.InputUnreadable, $"{Printable.Line(path)} is neither a model ({ModelEnding}) nor a voice file ({string.Join(", ", VoiceFiles.Extensions)})");
    }

    private string Free(string name)
    {
        var free = name;
        for (var number = 2; ModelStore.IsReserved(free) || store.Find(free) is not null; number++)
            free = $"{name}-{number}";
        return free;
    }

    /// <summary>The file's name in the letters that names have.</summary>
    private static string NameOf(string path)
    {
        var name = new StringBuilder();
        foreach (var letter in Path.GetFileNameWithoutExtension(path).ToLowerInvariant())
            name.Append(letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-' or '_' ? letter : '-');
        var trimmed = name.ToString().Trim('.', '-', '_');
        return trimmed.Length == 0 ? "model" : trimmed[..Math.Min(trimmed.Length, 60)];
    }
}
