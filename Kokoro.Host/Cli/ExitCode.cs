using Kokoro.Synthesis;

namespace Kokoro.Host.Cli;

/// <summary>What the command line's exit codes mean. They are part of its contract; README lists them.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A fault of this program.</summary>
    public const int Bug = 1;

    /// <summary>The command line or the text cannot be accepted as it is.</summary>
    public const int Refused = 2;

    /// <summary>The input cannot be read, or the output cannot be written.</summary>
    public const int InputOutput = 3;

    /// <summary>A model, a voice or a library is missing or corrupt.</summary>
    public const int Installation = 4;

    /// <summary>An engine failed on a text that it should have spoken.</summary>
    public const int Engine = 5;

    /// <summary>Ended by Ctrl-C: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    public static int Of(SpeechErrorCode code) => code switch
    {
        SpeechErrorCode.TextEmpty
            or SpeechErrorCode.NothingSpeakable
            or SpeechErrorCode.NumberTooLong
            or SpeechErrorCode.WordTooLong
            or SpeechErrorCode.WordUnspeakable
            or SpeechErrorCode.VoiceUnknown
            or SpeechErrorCode.LanguageUnknown
            or SpeechErrorCode.SpeedOutOfRange
            or SpeechErrorCode.PauseOutOfRange
            or SpeechErrorCode.ModelUnknown => Refused,
        SpeechErrorCode.InputUnreadable or SpeechErrorCode.OutputUnwritable or SpeechErrorCode.DownloadFailed => InputOutput,
        SpeechErrorCode.ModelMissing
            or SpeechErrorCode.ModelCorrupt
            or SpeechErrorCode.VoiceMissing
            or SpeechErrorCode.VoiceCorrupt
            or SpeechErrorCode.LibraryMissing
            or SpeechErrorCode.ProviderUnavailable => Installation,
        SpeechErrorCode.EngineFailed => Engine,
        _ => Bug,
    };
}
