using Kokoro.Host.Cli;

namespace Kokoro.Host.NativeMessaging;

/// <summary>What native messaging keeps in the user's own folder.</summary>
/// <param name="Path">`native-messaging` in the Kokoro folder.</param>
internal sealed record HostFolder(string Path)
{
    public static HostFolder OfUser { get; } = new(System.IO.Path.Combine(UserFolders.Store, "native-messaging"));

    /// <summary>What browsers start.</summary>
    public string Launcher => System.IO.Path.Combine(Path, "kokoro-native-host");

    /// <summary>What `install` wrote where.</summary>
    public string Record => System.IO.Path.Combine(Path, "installed.json");

    public string HostLog => System.IO.Path.Combine(Path, "host.log");

    /// <summary>The log of the servers that were started here.</summary>
    public string ServerLog => System.IO.Path.Combine(Path, "server.log");

    /// <summary>What the last server that was started here has said to whoever started it.</summary>
    public string ServerStart => System.IO.Path.Combine(Path, "server-start.log");

    /// <summary>Held by the one that starts the server.</summary>
    public string StartLock => System.IO.Path.Combine(Path, "start.lock");
}
