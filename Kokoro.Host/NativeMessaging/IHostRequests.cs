namespace Kokoro.Host.NativeMessaging;

/// <summary>What an extension may ask the host for.</summary>
/// <exception cref="HostException">By both: it cannot be done.</exception>
internal interface IHostRequests
{
    /// <summary>Whether there is a server, and where.</summary>
    Task<HostReply> StatusAsync(CancellationToken cancellationToken);

    /// <summary>Starts the server unless it is there, and sees to it that the caller has a good token.</summary>
    /// <param name="token">The one that the caller has; null where it has none.</param>
    Task<HostReply> StartAsync(string? token, CancellationToken cancellationToken);
}
