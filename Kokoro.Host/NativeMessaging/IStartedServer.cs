namespace Kokoro.Host.NativeMessaging;

/// <summary>A server that was started here. Disposing leaves it running.</summary>
internal interface IStartedServer : IDisposable
{
    int Id { get; }

    /// <summary>Null while it runs.</summary>
    int? ExitCode { get; }

    /// <summary>The last line that it said; empty where it said nothing.</summary>
    string LastLine { get; }
}
