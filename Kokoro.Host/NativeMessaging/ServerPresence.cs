namespace Kokoro.Host.NativeMessaging;

/// <summary>What is found where the server should be.</summary>
internal enum ServerPresence
{
    /// <summary>Nobody listens.</summary>
    Absent,

    /// <summary>A Kokoro server, ready or not yet.</summary>
    Live,

    /// <summary>Another program has the port.</summary>
    Foreign,
}
