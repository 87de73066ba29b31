namespace Kokoro.Synthesis.Voices.Files;

/// <summary>Turns whatever goes wrong with a voice file into one line that names it and says what to do.</summary>
internal static class VoiceFileFaults
{
    private const string Fix = "replace it with a fresh copy";

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.VoiceMissing"/> or <see cref="SpeechErrorCode.VoiceCorrupt"/>.</exception>
    public static T Guard<T>(string path, Func<T> read)
    {
        var name = Printable.Line(path);
        try
        {
            return read();
        }
        catch (FormatException exception)
        {
            throw new SpeechException(SpeechErrorCode.VoiceCorrupt, $"voice file {name} {exception.Message}; {Fix}", innerException: exception);
        }
        catch (InvalidDataException exception)
        {
            throw new SpeechException(
                SpeechErrorCode.VoiceCorrupt, $"voice file {name} is a damaged archive ({Printable.Line(exception.Message)}); {Fix}", innerException: exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SpeechException(SpeechErrorCode.VoiceMissing, $"voice file {name} is not there; put it back or choose another voice", innerException: exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException(
                SpeechErrorCode.VoiceMissing, $"voice file {name} cannot be read: {Printable.Line(exception.Message)}; choose another voice", innerException: exception);
        }
    }
}
