namespace Kokoro.Host.NativeMessaging;

/// <summary>Asks the server whether it is there.</summary>
internal interface IServerProbe
{
    Task<ServerPresence> LookAsync(CancellationToken cancellationToken);

    /// <summary>Whether it takes work.</summary>
    Task<bool> IsReadyAsync(CancellationToken cancellationToken);
}
