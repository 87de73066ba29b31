namespace Kokoro.Host.NativeMessaging;

/// <summary>What an extension may ask the host for.</summary>
/// <exception cref="HostException">By both: it cannot be done.</exception>
internal interface IHostRequests
{
    /// <summary>Whether there is a server, and where.</summary>
    Task<HostReply> StatusAsync(CancellationToken cancellationToken);

    /// <summary>Starts the server unless it is there, and makes a token for the caller.</summary>
    Task<HostReply> StartAsync(CancellationToken cancellationToken);
}
