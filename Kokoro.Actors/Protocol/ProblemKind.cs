namespace Kokoro.Actors.Protocol;

/// <summary>Why an utterance was refused or ended. The HTTP edge turns kinds into status codes; metrics count by them.</summary>
public enum ProblemKind
{
    /// <summary>The text holds nothing that can be spoken.</summary>
    NothingSpeakable,

    /// <summary>A part of the text cannot be read: a number or a word that is too long.</summary>
    TextUnreadable,

    VoiceUnknown,

    /// <summary>Not known, or not spoken by this voice.</summary>
    LanguageUnknown,

    /// <summary>Outside of 0.25 to 4, or not what the model takes.</summary>
    SpeedUnusable,

    /// <summary>The engine ended twice on a word or a run of this text; it will not be tried again.</summary>
    Quarantined,

    /// <summary>A voice or model file is missing or corrupt.</summary>
    InstallationBroken,

    /// <summary>An engine failed in a way that does not speak against the text.</summary>
    EngineFailed,

    /// <summary>The whole reply would be larger than one may be.</summary>
    ReplyTooLarge,

    /// <summary>This client already holds more than its share.</summary>
    OverShare,

    /// <summary>The server has as much work as it can promise to do.</summary>
    Full,

    /// <summary>No engine has been ready yet.</summary>
    Starting,

    /// <summary>Engines do not start; one is tried from time to time.</summary>
    Degraded,

    /// <summary>The server is being stopped.</summary>
    Draining,

    /// <summary>The client's own deadline passed before the first sound.</summary>
    DeadlinePassed,

    /// <summary>The client went away.</summary>
    ClientGone,

    /// <summary>The client read nothing for too long.</summary>
    ReaderStalled,

    /// <summary>The same session plays something newer.</summary>
    Replaced,

    /// <summary>A fault of this program.</summary>
    Internal,
}
