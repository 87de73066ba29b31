using Kokoro.Synthesis.Models.StarterModel;
using Kokoro.Synthesis.Voices.Files;

namespace Kokoro.Synthesis.Voices;

/// <summary>
/// The voices there are: those of the starter model, and those in the files of a folder as it was when this was made. Ids
/// are looked up here and never joined to a path. Voices of languages that cannot be spoken are listed, so that nobody
/// looks for a file that is there, and refused when asked for.
/// </summary>
public sealed class VoiceCatalogue
{
    /// <summary>The voice when none is asked for: of the four it has the lowest error rate with a speech recogniser.</summary>
    public const string DefaultStarter = "am_aster";

    /// <summary>The voice of a Kokoro model when none is asked for: the only published one of grade A.</summary>
    private const string PreferredOfFolder = "af_heart";

    /// <summary>So many ids still fit in a message that a person reads.</summary>
    private const int MostListed = 12;

    private readonly SortedDictionary<string, (VoiceInfo Info, Func<VoicePack> Load)> _voices = new(StringComparer.Ordinal);
    private readonly List<string> _skipped = [];
    private readonly string? _folder;
    private readonly VoiceSource? _of;

    /// <param name="folder">Null or missing: the starter voices alone.</param>
    /// <param name="of">Only the voices of this model are listed and found, since style rows mean nothing to another one; null: all.</param>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.VoiceMissing"/>: the folder cannot be read.</exception>
    public VoiceCatalogue(string? folder, VoiceSource? of = null)
    {
        (_folder, _of) = (folder, of);
        foreach (var voice in StarterVoices.All)
            Add(voice.Id, VoiceSource.Starter, () => VoicePack.Uniform(voice.StyleRow()));
        foreach (var file in Paths(folder))
            AddFile(file);
    }

    /// <summary>Every voice: the starter model's, then the folder's, each ordered by id.</summary>
    public IReadOnlyList<VoiceInfo> All => [.. _voices.Values.Select(voice => voice.Info).Where(IsOfModel).OrderBy(info => info.Source)];

    /// <summary>What of the folder is not among them, and why, a sentence each, for whoever misses one.</summary>
    public IReadOnlyList<string> Skipped => _skipped;

    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.VoiceUnknown"/>: the message lists ids and the nearest one.
    /// <see cref="SpeechErrorCode.LanguageUnknown"/>: the voice is there and its language cannot be spoken.
    /// </exception>
    public Voice Find(string id)
    {
        if (!_voices.TryGetValue(id, out var voice))
            throw new SpeechException(SpeechErrorCode.VoiceUnknown, $"voice '{Printable.Excerpt(id)}' is not known; {Suggestion(id)}");
        if (!IsOfModel(voice.Info))
        {
            var its = voice.Info.Source == VoiceSource.Starter ? "the starter model" : "a Kokoro model";
            throw new SpeechException(SpeechErrorCode.VoiceUnknown, $"voice '{id}' is for {its}, and another model speaks here; {Suggestion(id)}");
        }

        return VoiceId.LanguageOf(id) is { } language
            ? new Voice(voice.Info, language, voice.Load)
            : throw new SpeechException(
                SpeechErrorCode.LanguageUnknown,
                $"voice '{id}' speaks language '{voice.Info.Language}', which cannot be spoken here; choose a voice of "
                + string.Join(", ", Language.All.Select(each => each.Code)));
    }

    /// <summary>The voice of a model for those who name none.</summary>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.VoiceMissing"/>: the folder has none that can be spoken.</exception>
    public Voice Default(VoiceSource of)
    {
        if (of == VoiceSource.Starter)
            return Find(DefaultStarter);
        string[] ids = [.. All.Where(info => info.Source == of && info.CanSpeak).Select(info => info.Id)];
        return ids.Length > 0
            ? Find(ids.Contains(PreferredOfFolder) ? PreferredOfFolder : ids[0])
            : throw new SpeechException(
                SpeechErrorCode.VoiceMissing,
                $"there is no voice for this model in {Printable.Line(_folder ?? "any folder")}; get all of them with: kokoro model pull voices-v1.0, or add files of yours ({string.Join(", ", VoiceFiles.Extensions)}) with: kokoro model add PATH");
    }

    private static IEnumerable<string> Paths(string? folder)
    {
        if (folder is null || !Directory.Exists(folder))
            return [];
        try
        {
            return Directory.GetFiles(folder).Where(file => VoiceFiles.Extensions.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException(
                SpeechErrorCode.VoiceMissing,
                $"voices folder {Printable.Line(folder)} cannot be read: {Printable.Line(exception.Message)}; correct its permissions",
                innerException: exception);
        }
    }

    private bool IsOfModel(VoiceInfo info) => _of is null || info.Source == _of;

    private void AddFile(string file)
    {
        try
        {
            foreach (var voice in VoiceFiles.List(file))
            {
                if (WhyNot(voice.Id) is { } why)
                    _skipped.Add($"{Printable.Line(file)}: {why}");
                else
                    Add(voice.Id, VoiceSource.Folder, voice.Load);
            }
        }
        catch (SpeechException unreadable)
        {
            _skipped.Add(unreadable.Message);
        }
    }

    private string? WhyNot(string id) =>
        !VoiceId.IsValid(id) ? $"'{Printable.Excerpt(id)}' cannot be the name of a voice, which is 1 to 64 of a to z, 0 to 9 and _"
        : _voices.TryGetValue(id, out var known) ? $"{id} is {(known.Info.Source == VoiceSource.Starter ? "a starter voice" : "in another file")} already"
        : null;

    private void Add(string id, VoiceSource source, Func<VoicePack> load)
    {
        var info = new VoiceInfo(
            id,
            VoiceId.DisplayNameOf(id),
            VoiceId.LanguageCodeOf(id),
            VoiceId.GenderOf(id),
            source == VoiceSource.Folder ? PublishedGrades.Of(id) : null,
            source,
            CanSpeak: VoiceId.LanguageOf(id) is not null);
        _voices.Add(id, (info, load));
    }

    private string Suggestion(string id)
    {
        var ids = All.Where(info => info.CanSpeak).Select(info => info.Id).ToArray();
        var listed = string.Join(", ", ids.Take(MostListed));
        if (ids.Length > MostListed)
            listed += $" and {ids.Length - MostListed} more (kokoro voices lists them)";
        return NearestName.Of(id, ids) is { } nearest ? $"did you mean '{nearest}'? There are {listed}" : $"there are {listed}";
    }
}
