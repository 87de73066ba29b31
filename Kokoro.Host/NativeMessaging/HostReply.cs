namespace Kokoro.Host.NativeMessaging;

/// <summary>What the extension is told.</summary>
/// <param name="Ok">False: <see cref="Error"/> says why.</param>
/// <param name="Running">To `status`.</param>
/// <param name="Server">Where the server is asked: scheme, address and port.</param>
/// <param name="Token">To `start`: paired, for the caller's origin.</param>
/// <param name="Error">One plain sentence for the person.</param>
internal sealed record HostReply(bool Ok, bool? Running = null, string? Server = null, string? Token = null, string? Error = null)
{
    public static HostReply Refused(string error) => new(false, Error: error);
}
