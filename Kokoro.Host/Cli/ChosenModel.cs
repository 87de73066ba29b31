using Kokoro.Synthesis;
using Kokoro.Synthesis.Models.StarterModel;
using Kokoro.Synthesis.Models.Store;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Host.Cli;

/// <summary>Which model speaks.</summary>
/// <param name="Path">Of its file; null: the starter model.</param>
/// <param name="Name">For people.</param>
internal sealed record ChosenModel(string? Path, string Name)
{
    public static ModelStore Store { get; } = new(UserFolders.Store);

    public static ChosenModel Starter { get; } = new(null, StarterModelFile.Name);

    /// <summary>Whose voices it speaks with.</summary>
    public VoiceSource Voices => Path is null ? VoiceSource.Starter : VoiceSource.Folder;

    /// <summary>For who has just started it.</summary>
    public string Described => Path is null ? "the starter voice, which is a robot's; get a real one with: kokoro model pull kokoro-v1.0" : Name;

    /// <param name="asked">A model of the store by its name, "starter", or the path of a model file; null or empty: the default one.</param>
    /// <exception cref="SpeechException">No such file, or a name that is not known.</exception>
    public static ChosenModel Of(string? asked)
    {
        if (asked is null or "")
            return Store.Default() is { } chosen ? new(chosen.Path, chosen.Name) : Starter;
        if (asked == ModelStore.Starter)
            return Starter;
        if (asked.EndsWith(".onnx", StringComparison.Ordinal) || asked.Contains(System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) || System.IO.Path.Exists(asked))
            return new(System.IO.Path.GetFullPath(asked), System.IO.Path.GetFileName(asked));
        var model = Store.Require(asked);
        return new(model.Path, model.Name);
    }
}
