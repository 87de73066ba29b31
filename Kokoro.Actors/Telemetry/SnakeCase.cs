using System.Collections.Concurrent;
using System.Text.Json;

namespace Kokoro.Actors.Telemetry;

/// <summary>Names of enumerations as programs outside see them: "client_gone".</summary>
internal static class SnakeCase
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.Known.GetOrAdd(value, static each => JsonNamingPolicy.SnakeCaseLower.ConvertName(each.ToString()));

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> Known = [];
    }
}
