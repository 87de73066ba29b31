using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.EngineLink;

/// <summary>How to start this same program in the engine's role.</summary>
/// <param name="FileName">Absolute path of the executable.</param>
/// <param name="Arguments">What comes before `engine`: the program's DLL when the executable is the dotnet host.</param>
internal sealed record EngineCommand(string FileName, ImmutableArray<string> Arguments)
{
    private const string Program = "Kokoro.Host";
    private const string DotnetHost = "dotnet";

    /// <summary>What an engine of this kind is told besides its socket.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>For whatever runs now: the program itself, its tests or its benchmarks, in whose folder the program's DLL lies too.</summary>
    public static EngineCommand ForThisProgram() =>
        For(Environment.ProcessPath, AppContext.BaseDirectory, RuntimeEnvironment.GetRuntimeDirectory());

    /// <param name="processPath">The executable that runs now.</param>
    /// <param name="baseDirectory">The folder of the program's DLL.</param>
    /// <param name="runtimeDirectory">The folder of the runtime in use, `ROOT/shared/Microsoft.NETCore.App/VERSION/`.</param>
    internal static EngineCommand For(string? processPath, string baseDirectory, string runtimeDirectory)
    {
        if (processPath is not null && processPath == Path.Combine(baseDirectory, Program))
            return new(processPath, []);
        var host = processPath is not null && Path.GetFileName(processPath) == DotnetHost
            ? processPath
            : Path.Combine(DotnetRoot(runtimeDirectory), DotnetHost);
        return new(host, [Path.Combine(baseDirectory, Program + ".dll")]);
    }

    internal static string DotnetRoot(string runtimeDirectory) => Path.GetFullPath(Path.Combine(runtimeDirectory, "..", "..", ".."));

    /// <summary>The command line after <see cref="FileName"/>.</summary>
    public ImmutableArray<string> ArgumentsFor(EngineKind kind, string socketPath) =>
        [.. Arguments, "engine", "--kind", kind.Name(), "--socket", socketPath, .. Options];
}
