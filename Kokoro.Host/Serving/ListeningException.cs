namespace Kokoro.Host.Serving;

/// <summary>The server cannot listen where it should.</summary>
internal sealed class ListeningException(string message, bool isTaken) : Exception(message)
{
    /// <summary>Another program has the port, or only the system may.</summary>
    public bool IsTaken { get; } = isTaken;
}
