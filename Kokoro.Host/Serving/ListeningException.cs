using System.Net;
using System.Net.Sockets;

namespace Kokoro.Host.Serving;

/// <summary>The server cannot listen where it should.</summary>
internal sealed class ListeningException(string message, bool isTaken) : Exception(message)
{
    /// <summary>Another program has the port, or only the system may.</summary>
    public bool IsTaken { get; } = isTaken;

    public static ListeningException Of(SocketException refusal, IPAddress address, int port) => refusal.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => new($"port {port} is taken ({address}); end the program that has it or choose another with --port", isTaken: true),
        SocketError.AccessDenied => new($"the system keeps port {port} ({address}) from you; choose another with --port", isTaken: true),
        _ => new($"cannot listen on {address}: {refusal.Message}; see --listen", isTaken: false),
    };
}
