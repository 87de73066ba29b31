using Kokoro.Host.Security;

namespace Kokoro.Host.NativeMessaging;

/// <summary>The extensions that may start the host, as browsers name them: their origins, with a slash at the end.</summary>
internal static class HostCallers
{
    public static IReadOnlyList<string> All { get; } = [.. ExtensionOrigins.All.Select(extension => extension.Origin + "/")];

    /// <returns>The origin, as requests carry it; null where this is no extension of ours.</returns>
    public static string? OriginOf(string caller) => caller.EndsWith('/') ? ExtensionOrigins.Find(caller[..^1])?.Origin : null;
}
