namespace Kokoro.Synthesis;

/// <summary>
/// A refusal or a failure that a person can act on. The message is one line that names what is wrong, where, and what
/// to do instead; it never holds the text itself.
/// </summary>
public sealed class SpeechException : Exception
{
    public SpeechException(SpeechErrorCode code, string message, TextRange? place = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Place = place;
    }

    public SpeechErrorCode Code { get; }

    /// <summary>Where in the text as received, when the fault has a place there.</summary>
    public TextRange? Place { get; }
}
