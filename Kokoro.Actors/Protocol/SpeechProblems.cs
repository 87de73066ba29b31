using Kokoro.Synthesis;

namespace Kokoro.Actors.Protocol;

/// <summary>What the stages refuse, in the words of the protocol.</summary>
internal static class SpeechProblems
{
    /// <summary>What somebody is told who can do nothing about it.</summary>
    public static SpeechProblem Fault { get; } = new(ProblemKind.Internal, "the server failed at this request; this is a fault of the server, not of the text");

    public static SpeechProblem Draining { get; } = new(ProblemKind.Draining, "the server is being stopped", RetryAfter: TimeSpan.FromSeconds(30));

    public static SpeechProblem Of(SpeechException refusal) =>
        new(KindOf(refusal.Code), refusal.Message, refusal.Place?.Start, refusal.Place?.End);

    private static ProblemKind KindOf(SpeechErrorCode code) => code switch
    {
        SpeechErrorCode.TextEmpty or SpeechErrorCode.NothingSpeakable => ProblemKind.NothingSpeakable,
        SpeechErrorCode.NumberTooLong or SpeechErrorCode.WordTooLong => ProblemKind.TextUnreadable,
        SpeechErrorCode.WordUnspeakable => ProblemKind.Quarantined,
        SpeechErrorCode.VoiceUnknown => ProblemKind.VoiceUnknown,
        SpeechErrorCode.LanguageUnknown => ProblemKind.LanguageUnknown,
        SpeechErrorCode.SpeedOutOfRange => ProblemKind.SpeedUnusable,
        SpeechErrorCode.ModelMissing or SpeechErrorCode.ModelCorrupt or SpeechErrorCode.VoiceMissing or SpeechErrorCode.VoiceCorrupt
            or SpeechErrorCode.LibraryMissing or SpeechErrorCode.ProviderUnavailable => ProblemKind.InstallationBroken,
        SpeechErrorCode.EngineFailed => ProblemKind.EngineFailed,
        _ => ProblemKind.Internal,
    };
}
