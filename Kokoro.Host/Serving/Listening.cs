using System.Net;
using System.Net.Sockets;
using Kokoro.Host.AudioToHttp;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Kokoro.Host.Serving;

/// <summary>
/// The sockets that the server listens on, bound before anything else starts, so that a taken port is the first thing to be known. "localhost" is 127.0.0.1 and,
/// where there is one, [::1] with the same port: a client may try either.
/// </summary>
internal sealed class Listening : IDisposable
{
    private const string Localhost = "localhost";

    private readonly Dictionary<EndPoint, Socket> _sockets = [];

    private Listening(string name) => Name = name;

    /// <summary>As a client should write it: "localhost" or the address.</summary>
    public string Name { get; }

    public int Port { get; private set; }

    public IReadOnlyCollection<EndPoint> EndPoints => _sockets.Keys;

    /// <param name="listen">"localhost" or an address.</param>
    /// <param name="port">0 takes a free one.</param>
    /// <exception cref="ListeningException">The port is taken or only for the system, or the address is not this machine's.</exception>
    public static Listening Open(string listen, int port)
    {
        if (!listen.Equals(Localhost, StringComparison.OrdinalIgnoreCase))
        {
            var address = IPAddress.Parse(listen);
            var one = new Listening(address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString());
            one.Bind(address, port);
            return one;
        }

        var both = new Listening(Localhost);
        both.Bind(IPAddress.Loopback, port);
        try
        {
            both.Bind(IPAddress.IPv6Loopback, both.Port);
        }
        catch (ListeningException e) when (port == 0 || !e.IsTaken)
        {
            // No IPv6 here, or a free port of IPv4 that somebody has in IPv6: the address printed is then the one that is ours.
            return new Listening(IPAddress.Loopback.ToString()) { Port = both.Port }.With(both);
        }
        catch (ListeningException)
        {
            // A client that tries [::1] first would send its text to another program.
            both.Dispose();
            throw;
        }

        return both;
    }

    /// <summary>Hands a socket to Kestrel, whose it is from then on.</summary>
    public Socket Take(EndPoint endPoint) => _sockets.Remove(endPoint, out var socket) ? socket : SocketTransportOptions.CreateDefaultBoundListenSocket(endPoint);

    public void Dispose()
    {
        foreach (var socket in _sockets.Values)
            socket.Dispose();
        _sockets.Clear();
    }

    private Listening With(Listening other)
    {
        foreach (var (endPoint, socket) in other._sockets)
            _sockets.Add(endPoint, socket);
        return this;
    }

    private void Bind(IPAddress address, int port)
    {
        try
        {
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(address, port));
            socket.SendBufferSize = SendBuffers.SocketBytes; // connections inherit it
            _sockets.Add(socket.LocalEndPoint!, socket);
            Port = ((IPEndPoint)socket.LocalEndPoint!).Port;

            // Bound is not yet taken: on Linux a second socket with the same options could be bound beside it until one of them listens.
            socket.Listen();
        }
        catch (SocketException e)
        {
            throw ListeningException.Of(e, address, port);
        }
    }
}
