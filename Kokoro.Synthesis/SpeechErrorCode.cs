namespace Kokoro.Synthesis;

/// <summary>What was wrong, and on whose side. The exit codes of the command line follow the groups.</summary>
public enum SpeechErrorCode
{
    /// <summary>The text is empty or blank.</summary>
    TextEmpty,

    /// <summary>The text holds nothing that can be spoken in its language.</summary>
    NothingSpeakable,

    /// <summary>A number has more than 64 digits.</summary>
    NumberTooLong,

    /// <summary>A word has more than 1,000 characters.</summary>
    WordTooLong,

    /// <summary>A word ends the phoneme engine each time it is given to it.</summary>
    WordUnspeakable,

    VoiceUnknown,

    LanguageUnknown,

    /// <summary>The speed is not a finite number from 0.25 to 4.</summary>
    SpeedOutOfRange,

    /// <summary>A pause is not a finite number of seconds from 0.05 to 10.</summary>
    PauseOutOfRange,

    /// <summary>The input file or stream cannot be read.</summary>
    InputUnreadable,

    /// <summary>The output path cannot be written.</summary>
    OutputUnwritable,

    /// <summary>A name that is neither in the store nor in the catalogue.</summary>
    ModelUnknown,

    ModelMissing,

    /// <summary>The model file is truncated, is not ONNX or has other inputs than Kokoro's.</summary>
    ModelCorrupt,

    VoiceMissing,

    /// <summary>The voice file has the wrong size or holds numbers that are not finite.</summary>
    VoiceCorrupt,

    /// <summary>A file could not be fetched.</summary>
    DownloadFailed,

    /// <summary>A native library is missing or too old.</summary>
    LibraryMissing,

    /// <summary>The execution provider asked for is not in this library.</summary>
    ProviderUnavailable,

    /// <summary>An engine could not be started, ended, or answered what it must not.</summary>
    EngineFailed,
}
