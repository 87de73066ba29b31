namespace Kokoro.Tests.Browser;

/// <summary>Two browsers at a time: one with what is heard, mostly waiting for the sound to end, and one with what is only looked at.</summary>
public static class BrowserCollection
{
    public const string Heard = "browser, heard";
    public const string Seen = "browser, seen";
}
