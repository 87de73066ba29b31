using System.Text.Json;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Synthesis.Models.Store;

/// <summary>
/// The models that a person has fetched or added: a folder for each (`models/NAME`), the name of the default one (`models/default`), voices in a folder for all of
/// them (`voices`), and what is on its way (`parts`). Whatever is there is whole: folders are made beside and renamed into place.
/// </summary>
internal sealed class ModelStore(string home)
{
    /// <summary>Not a model of the store, and the one that speaks when there is none.</summary>
    public const string Starter = "starter";

    private const string About = "model.json";

    /// <summary>The file beside the models that names the default one.</summary>
    private const string DefaultName = "default";

    public string Home => home;

    /// <summary>Voice files, for all models.</summary>
    public string Voices => Path.Combine(home, "voices");

    /// <summary>Files on their way.</summary>
    public string Parts => Path.Combine(home, "parts");

    private string Models => Path.Combine(home, "models");

    private string DefaultFile => Path.Combine(Models, DefaultName);

    /// <summary>By name. A folder without a readable description is none.</summary>
    public IReadOnlyList<StoredModel> All() =>
        Directory.Exists(Models)
            ? [.. Directory.GetDirectories(Models).Order(StringComparer.Ordinal).Select(Describe).OfType<StoredModel>()]
            : [];

    /// <summary>Folders that should be a model each and have no readable description.</summary>
    public IEnumerable<string> Damaged() => Directory.Exists(Models) ? Directory.GetDirectories(Models).Where(folder => Describe(folder) is null) : [];

    /// <summary>The model that speaks when none is named; null: the starter model.</summary>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.ModelMissing"/>: it was chosen and is not there, or the choice cannot be read.</exception>
    public StoredModel? Default()
    {
        var name = Choice();
        if (name == Starter)
            return null;
        return Find(name) ?? throw new SpeechException(
            SpeechErrorCode.ModelMissing, $"the default model {Printable.Excerpt(name)} is not in {Printable.Line(Models)} any more; choose another with: kokoro model use NAME");
    }

    /// <summary>Null where there is none of this name.</summary>
    public StoredModel? Find(string name) => All().FirstOrDefault(model => model.Name == name);

    /// <summary>Whether the store means something else by it, so that no model can have it.</summary>
    public static bool IsReserved(string name) => name is Starter or DefaultName;

    /// <summary>A model takes no other's place. A folder that should be a model and is damaged is none.</summary>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: there is one of this name.</exception>
    public void RequireFree(string name)
    {
        if (Find(name) is not null)
            throw new SpeechException(SpeechErrorCode.OutputUnwritable, $"there is another model {name} in {Printable.Line(Models)}; remove it first with: kokoro model remove {name}");
    }

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.ModelUnknown"/>: the message lists what there is.</exception>
    public StoredModel Require(string name)
    {
        if (Find(name) is { } model)
            return model;
        string[] names = [Starter, .. All().Select(each => each.Name)];
        var suggestion = NearestName.Of(name, names) is { } nearest ? $"did you mean '{nearest}'? " : "";
        throw new SpeechException(SpeechErrorCode.ModelUnknown, $"model '{Printable.Excerpt(name)}' is not here; {suggestion}There are {string.Join(", ", names)} (kokoro model list shows what can be fetched)");
    }

    /// <summary>The voice file of this name without its ending; null where there is none.</summary>
    public string? VoiceFile(string name) =>
        Directory.Exists(Voices) ? Directory.GetFiles(Voices).FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name) : null;

    /// <summary>Whoever changes the store holds this; disposing gives it back.</summary>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: somebody else holds it, or the folder cannot be written.</exception>
    public IDisposable Lock() => StoreFaults.Guard(home, () =>
    {
        Directory.CreateDirectory(Models);
        Directory.CreateDirectory(Parts);
        Directory.CreateDirectory(Voices);
        var held = StoreLock.Take(Path.Combine(home, "lock"), FileOptions.None, $"another command is just changing the store {Printable.Line(home)}; wait for it and try again");
        ClearAbandoned();
        return held;
    });

    /// <summary>The next start of a server, and the next `speak`, use this one.</summary>
    /// <param name="name">Of a model that is here, or <see cref="Starter"/>.</param>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.ModelUnknown"/>, <see cref="SpeechErrorCode.OutputUnwritable"/>.</exception>
    public void Use(string name)
    {
        if (name != Starter)
            Require(name);
        StoreFaults.Guard(home, () =>
        {
            var beside = $"{DefaultFile}.{Path.GetRandomFileName()}";
            File.WriteAllText(beside, name + "\n");
            File.Move(beside, DefaultFile, overwrite: true);
            return 0;
        });
    }

    /// <summary>A model becomes one of the store's, whole or not at all. The first one becomes the default.</summary>
    /// <param name="place">Given the path of each file in turn, puts it there.</param>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>, also where there is one of its name.</exception>
    public StoredModel Install(StoredModel model, Action<StoredFile, string> place)
    {
        RequireFree(model.Name);
        var isFirst = All().Count == 0 && !File.Exists(DefaultFile);
        var installed = StoreFaults.Guard(home, () =>
        {
            var (beside, folder) = (Path.Combine(Parts, Path.GetRandomFileName()), FolderOf(model.Name));
            Directory.CreateDirectory(beside);
            try
            {
                foreach (var file in model.Files)
                    place(file, Path.Combine(beside, file.Name));
                File.WriteAllText(Path.Combine(beside, About), JsonSerializer.Serialize(model, StoreJson.Default.StoredModel));
                if (Directory.Exists(folder)) // one that was damaged
                    Directory.Delete(folder, recursive: true);
                Directory.Move(beside, folder);
                return model with { Folder = folder };
            }
            catch
            {
                Directory.Delete(beside, recursive: true);
                throw;
            }
        });
        if (isFirst)
            Use(model.Name);
        return installed;
    }

    /// <summary>Takes a model away. If it was the default one, the starter model speaks again.</summary>
    /// <returns>Whether it was the default one.</returns>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>.</exception>
    public bool Remove(StoredModel model) => StoreFaults.Guard(home, () =>
    {
        var wasDefault = ReadChoice() == model.Name;
        if (wasDefault)
            File.Delete(DefaultFile);
        Directory.Delete(model.Folder, recursive: true);
        return wasDefault;
    });

    /// <summary>What the folder of a model says of itself; null where it says nothing that can be read.</summary>
    public static StoredModel? Describe(string folder)
    {
        try
        {
            var model = JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(folder, About)), StoreJson.Default.StoredModel);
            return model is { Name: { } name, Files.Count: > 0 } && name == Path.GetFileName(folder) ? model with { Folder = folder } : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null; // `verify` names it
        }
    }

    private string Choice()
    {
        try
        {
            return ReadChoice();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException(
                SpeechErrorCode.ModelMissing,
                $"which model speaks cannot be read from {Printable.Line(DefaultFile)} ({Printable.Line(e.Message)}); correct its permissions, or choose again with: kokoro model use NAME",
                innerException: e);
        }
    }

    private string ReadChoice() => File.Exists(DefaultFile) ? File.ReadAllText(DefaultFile).Trim() : Starter;

    /// <summary>Folders are what <see cref="Install"/> makes, and whoever made them does not hold the lock: it was killed. Files are downloads, which go on.</summary>
    private void ClearAbandoned()
    {
        foreach (var folder in Directory.GetDirectories(Parts))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It is in nobody's way; the next command tries again.
            }
        }
    }

    private string FolderOf(string name) => Path.Combine(Models, name);
}
