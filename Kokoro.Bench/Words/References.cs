namespace Kokoro.Bench.Words;

/// <summary>The systems that the starter voices are compared with.</summary>
internal static class References
{
    public const string EspeakName = EspeakSystem.Program;
    public const string KlattName = "klatt4";
    public const string SltName = "slt";

    /// <summary>The ceiling: the voice that this recogniser understands best.</summary>
    public const string RmsName = "rms";

    /// <summary>Their names on the command line, in the order of the table.</summary>
    public static IReadOnlyList<string> Names { get; } = [EspeakName, KlattName, SltName, RmsName];

    /// <summary>What most programs with espeak-ng sound like.</summary>
    public static ISystemUnderTest Espeak { get; } = new EspeakSystem("en-us");

    /// <summary>A voice from recordings in plain quality: the measuring stick for a voice that has none.</summary>
    public static ISystemUnderTest Slt { get; } = new FliteSystem(SltName);

    /// <summary>Those of the names that are on this machine. A line about each that is not goes to <paramref name="note"/>.</summary>
    public static async Task<IReadOnlyList<ISystemUnderTest>> FindAsync(
        IReadOnlyList<string> names, Func<string, Task> note, CancellationToken cancellationToken)
    {
        var found = new List<ISystemUnderTest>();
        foreach (var name in Names.Intersect(names, StringComparer.Ordinal))
        {
            if (await WhyNotAsync(name, cancellationToken).ConfigureAwait(false) is { } reason)
                await note($"left out: {reason}").ConfigureAwait(false);
            else
                found.Add(Open(name));
        }

        return found;
    }

    private static ISystemUnderTest Open(string name) => name switch
    {
        EspeakName => Espeak,
        KlattName => new EspeakSystem($"en-us+{KlattName}"),
        SltName => Slt,
        _ => new FliteSystem(name),
    };

    /// <summary>Why a system cannot be measured here, or null when it can.</summary>
    private static async Task<string?> WhyNotAsync(string name, CancellationToken cancellationToken) => name switch
    {
        EspeakName => null,
        KlattName => await EspeakSystem.HasVariantAsync(name, cancellationToken).ConfigureAwait(false)
            ? null
            : $"this espeak-ng has no variant {name}",
        _ when !ExternalProgram.Exists(FliteSystem.Program) => $"{name}, as flite is not installed; install with: apt-get install flite",
        _ => await FliteSystem.HasVoiceAsync(name, cancellationToken).ConfigureAwait(false) ? null : $"this flite has no voice {name}",
    };
}
