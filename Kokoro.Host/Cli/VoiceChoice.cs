using Kokoro.Synthesis;
using Kokoro.Synthesis.Voices;
using Kokoro.Synthesis.Voices.Files;

namespace Kokoro.Host.Cli;

/// <summary>The voice that a command line asks for, checked against its model: style rows mean nothing to another one.</summary>
internal sealed record VoiceChoice(Language Language, Func<VoicePack> Load)
{
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.VoiceUnknown"/>: no such voice, or it belongs to another model.</exception>
    public static VoiceChoice Of(SpeakerChoice choice)
    {
        if (choice.Voice is { } given && IsPath(given))
        {
            RequireModel(choice, given);
            var id = Path.GetFileNameWithoutExtension(given);
            var language = VoiceId.IsValid(id) ? VoiceId.LanguageOf(id) : null;
            return new VoiceChoice(language ?? Language.AmericanEnglish, () => VoiceFiles.Read(given));
        }

        var catalogue = new VoiceCatalogue(UserFolders.Voices);
        var voice = catalogue.Find(choice.Voice ?? Default(choice, catalogue));
        if (voice.Info.Source == VoiceSource.Folder)
            RequireModel(choice, voice.Info.Id);
        else if (choice.Model is not null)
        {
            throw new SpeechException(
                SpeechErrorCode.VoiceUnknown,
                $"voice '{voice.Info.Id}' belongs to the starter model; give the file of a voice of your model with --voice");
        }

        return new VoiceChoice(voice.Language, voice.Load);
    }

    /// <summary>The starter model's own default, or the first voice there is for another model.</summary>
    private static string Default(SpeakerChoice choice, VoiceCatalogue catalogue) =>
        choice.Model is null
            ? VoiceCatalogue.DefaultStarter
            : catalogue.All.FirstOrDefault(voice => voice is { Source: VoiceSource.Folder, CanSpeak: true })?.Id
              ?? throw new SpeechException(
                  SpeechErrorCode.VoiceMissing,
                  $"there is no voice for this model; give the file of one with --voice, or put it into {UserFolders.Voices}");

    private static void RequireModel(SpeakerChoice choice, string voice)
    {
        if (choice.Model is null)
        {
            throw new SpeechException(
                SpeechErrorCode.VoiceUnknown,
                $"voice '{Printable.Excerpt(voice)}' is for a Kokoro model, not for the starter model; give the model's file with --model");
        }
    }

    private static bool IsPath(string voice) =>
        VoiceFiles.Extensions.Any(ending => voice.EndsWith(ending, StringComparison.Ordinal)) || voice.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
