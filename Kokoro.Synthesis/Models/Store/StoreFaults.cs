namespace Kokoro.Synthesis.Models.Store;

/// <summary>Turns what the file system refuses into one line that says what to do.</summary>
internal static class StoreFaults
{
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: no room, no permission, no such place.</exception>
    public static T Guard<T>(string home, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException(
                SpeechErrorCode.OutputUnwritable,
                $"the store {Printable.Line(home)} cannot be changed ({Printable.Line(e.Message)}); make room or correct its permissions, or choose another place with KOKORO_HOME",
                innerException: e);
        }
    }
}
