namespace Kokoro.Bench.Words;

/// <summary>The systems that the starter voices are compared with.</summary>
internal static class References
{
    private const string Klatt = "klatt4";

    /// <summary>What most programs with espeak-ng sound like.</summary>
    public static ISystemUnderTest Espeak { get; } = new EspeakSystem("en-us");

    /// <summary>A voice from recordings in plain quality: the measuring stick for a voice that has none.</summary>
    public static ISystemUnderTest Slt { get; } = new FliteSystem("slt");

    /// <summary>Those on this machine. A line about each that is not goes to <paramref name="note"/>.</summary>
    public static async Task<IReadOnlyList<ISystemUnderTest>> FindAsync(Func<string, Task> note, CancellationToken cancellationToken)
    {
        var found = new List<ISystemUnderTest> { Espeak };
        if (await EspeakSystem.HasVariantAsync(Klatt, cancellationToken).ConfigureAwait(false))
            found.Add(new EspeakSystem($"en-us+{Klatt}"));
        else
            await note($"left out: this espeak-ng has no variant {Klatt}").ConfigureAwait(false);

        if (!ExternalProgram.Exists(FliteSystem.Program))
        {
            await note("left out: flite is not installed; install with: apt-get install flite").ConfigureAwait(false);
            return found;
        }

        // rms is the ceiling: the voice that this recogniser understands best.
        foreach (var (voice, system) in new[] { ("slt", Slt), ("rms", new FliteSystem("rms")) })
        {
            if (await FliteSystem.HasVoiceAsync(voice, cancellationToken).ConfigureAwait(false))
                found.Add(system);
            else
                await note($"left out: this flite has no voice {voice}").ConfigureAwait(false);
        }

        return found;
    }
}
