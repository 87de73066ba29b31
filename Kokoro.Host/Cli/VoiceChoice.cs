using Kokoro.Synthesis;
using Kokoro.Synthesis.Voices;
using Kokoro.Synthesis.Voices.Files;

namespace Kokoro.Host.Cli;

/// <summary>The voice that a command line asks for, checked against its model: style rows mean nothing to another one.</summary>
internal sealed record VoiceChoice(string Name, Language Language, Func<VoicePack> Load)
{
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.VoiceUnknown"/>: no such voice, or it belongs to another model.</exception>
    public static VoiceChoice Of(SpeakerChoice choice)
    {
        if (choice.Voice is { } given && IsPath(given))
        {
            RequireModel(choice, given);
            var id = Path.GetFileNameWithoutExtension(given);
            var language = VoiceId.IsValid(id) ? VoiceId.LanguageOf(id) : null;
            return new VoiceChoice(id, language ?? Language.AmericanEnglish, () => VoiceFiles.Read(given));
        }

        var catalogue = new VoiceCatalogue(ChosenModel.Store.Voices);
        var voice = choice.Voice is { } name ? catalogue.Find(name) : catalogue.Default(choice.Model.Voices);
        if (voice.Info.Source == VoiceSource.Folder)
            RequireModel(choice, voice.Info.Id);
        else if (choice.Model.Path is not null)
        {
            throw new SpeechException(
                SpeechErrorCode.VoiceUnknown,
                $"voice '{voice.Info.Id}' belongs to the starter model; give the file of a voice of your model with --voice");
        }

        return new VoiceChoice(voice.Info.Id, voice.Language, voice.Load);
    }

    private static void RequireModel(SpeakerChoice choice, string voice)
    {
        if (choice.Model.Path is null)
        {
            throw new SpeechException(
                SpeechErrorCode.VoiceUnknown,
                $"voice '{Printable.Excerpt(voice)}' is for a Kokoro model, not for the starter model; name a Kokoro model with --model (kokoro model list), or make one the default with kokoro model use");
        }
    }

    private static bool IsPath(string voice) =>
        VoiceFiles.Extensions.Any(ending => voice.EndsWith(ending, StringComparison.Ordinal)) || voice.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
