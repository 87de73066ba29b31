using Kokoro.Actors.Protocol;

namespace Kokoro.Host.Problems;

/// <summary>The one table from what went wrong to an HTTP status.</summary>
internal static class ProblemStatus
{
    /// <summary>Nobody receives it; it only marks the line in a log.</summary>
    public const int ClientClosedRequest = 499;

    public static int Of(ProblemKind kind) => kind switch
    {
        ProblemKind.NothingSpeakable
            or ProblemKind.TextUnreadable
            or ProblemKind.VoiceUnknown
            or ProblemKind.LanguageUnknown
            or ProblemKind.SpeedUnusable
            or ProblemKind.Quarantined => StatusCodes.Status422UnprocessableEntity,
        ProblemKind.ReplyTooLarge => StatusCodes.Status413PayloadTooLarge,
        ProblemKind.Replaced => StatusCodes.Status409Conflict,
        ProblemKind.OverShare => StatusCodes.Status429TooManyRequests,
        ProblemKind.Full or ProblemKind.Starting or ProblemKind.Degraded or ProblemKind.Draining => StatusCodes.Status503ServiceUnavailable,
        ProblemKind.DeadlinePassed => StatusCodes.Status504GatewayTimeout,
        ProblemKind.ReaderStalled => StatusCodes.Status408RequestTimeout,
        ProblemKind.ClientGone => ClientClosedRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
