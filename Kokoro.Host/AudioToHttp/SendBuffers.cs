namespace Kokoro.Host.AudioToHttp;

/// <summary>
/// What lies between a reply and its reader. Left to itself the system's buffer grows to megabytes: a minute of speech that a reader who goes away never hears, and
/// so much to refill at once that one who takes a kilobyte every second looks for more than a minute as if he took nothing.
/// </summary>
internal static class SendBuffers
{
    /// <summary>
    /// Asked of the system for each connection, which takes up to twice as much. It wakes a writer when a third is free, so a reader of a kilobyte a second shows
    /// within half a minute; and it carries some 300 KB/s, six times the pace of speech, over a way of 100 ms.
    /// </summary>
    public const int SocketBytes = 32 * 1024;

    /// <summary>A third of a second of speech. A flush waits while more than this is not sent.</summary>
    public const int WriteBytes = 16 * 1024;
}
