namespace Kokoro.Host.NativeMessaging;

/// <summary>What came is no frame of native messaging, so nothing after it can be read either.</summary>
/// <param name="message">What is wrong, and the first bytes of it in hex.</param>
internal sealed class BadMessageException(string message) : Exception(message);
