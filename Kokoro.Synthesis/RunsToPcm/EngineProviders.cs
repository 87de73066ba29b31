namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>The names of providers: as people write them, and as ONNX Runtime does.</summary>
internal static class EngineProviders
{
    private static readonly (EngineProvider Provider, string Name, string InLibrary)[] All =
    [
        (EngineProvider.Cpu, "cpu", "CPUExecutionProvider"),
        (EngineProvider.CoreMl, "coreml", "CoreMLExecutionProvider"),
    ];

    /// <summary>Reads a name in any case.</summary>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.ProviderUnavailable"/>: there is no such provider.</exception>
    public static EngineProvider Parse(string name) => Find(name) ?? throw new SpeechException(
        SpeechErrorCode.ProviderUnavailable,
        $"provider '{Printable.Excerpt(name)}' is not known; use one of {string.Join(", ", All.Select(known => known.Name))}");

    /// <summary>Reads a name in any case; null when there is no such provider.</summary>
    public static EngineProvider? Find(string name)
    {
        foreach (var known in All)
        {
            if (known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return known.Provider;
        }

        return null;
    }

    public static string Name(EngineProvider provider) => Find(provider).Name;

    /// <param name="inLibrary">What the library says it has (OrtEnv.GetAvailableProviders).</param>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.ProviderUnavailable"/>: the message lists those it has.</exception>
    public static void Require(EngineProvider provider, IReadOnlyCollection<string> inLibrary)
    {
        if (inLibrary.Contains(Find(provider).InLibrary))
            return;
        throw new SpeechException(
            SpeechErrorCode.ProviderUnavailable,
            $"provider '{Name(provider)}' is not in this ONNX Runtime library, which has {string.Join(", ", inLibrary)};"
            + $" use {string.Join(" or ", Usable(inLibrary).Select(Name))}");
    }

    /// <summary>The providers that can be asked for and that the library has.</summary>
    public static IReadOnlyList<EngineProvider> Usable(IReadOnlyCollection<string> inLibrary) =>
        [.. All.Where(known => inLibrary.Contains(known.InLibrary)).Select(known => known.Provider)];

    private static (EngineProvider Provider, string Name, string InLibrary) Find(EngineProvider provider) =>
        All.Single(known => known.Provider == provider);
}
