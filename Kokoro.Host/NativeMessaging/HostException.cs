namespace Kokoro.Host.NativeMessaging;

/// <summary>The extension cannot be given what it asked for.</summary>
/// <param name="message">One plain sentence for the person: what is wrong, and the one thing to do.</param>
internal sealed class HostException(string message) : Exception(message);
