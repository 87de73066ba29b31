using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.EngineLink;

/// <summary>The environment of a child: built from this table, not inherited, so that no token or password of the parent's is in it.</summary>
internal static class EngineEnvironment
{
    /// <summary>Handed on when they are set here.</summary>
    private static readonly string[] HandedOn =
    [
        "ESPEAK_DATA_PATH", // where a person keeps espeak-ng's data, if not where its package puts it
        "LD_LIBRARY_PATH", // where a person keeps native libraries; the parent needed them to start as well
        "DYLD_LIBRARY_PATH", // the same on macOS
    ];

    public static IEnumerable<KeyValuePair<string, string>> Build(Func<string, string?> read)
    {
        // The native libraries decide by it how bytes become characters; nothing else of the locale matters here.
        yield return new("LANG", "C.UTF-8");
        // An apphost finds the runtime by it when that is not in a standard place.
        yield return new("DOTNET_ROOT", EngineCommand.DotnetRoot(RuntimeEnvironment.GetRuntimeDirectory()));
        // No debugger's socket in the temp folder, and a start that is some milliseconds shorter.
        yield return new("DOTNET_EnableDiagnostics", "0");
        // The work is native; code that is compiled once is good enough.
        yield return new("DOTNET_TieredPGO", "0");
        foreach (var name in HandedOn)
        {
            if (read(name) is { Length: > 0 } value)
                yield return new(name, value);
        }
    }
}
