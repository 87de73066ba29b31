namespace Kokoro.Host.Pairing;

/// <summary>A file of pairing cannot be read or written. The message is one line: what, why, and what to do.</summary>
internal sealed class PairingException(string message, Exception? innerException = null) : Exception(message, innerException);
