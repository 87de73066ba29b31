namespace Kokoro.Bench.Words;

/// <summary>espeak-ng's own sound, at its default 175 words a minute.</summary>
internal sealed class EspeakSystem(string voice) : ISystemUnderTest
{
    public const string Program = "espeak-ng";

    public string Name => $"{Program} {voice}";

    /// <summary>Whether it has a variant: for an unknown one it speaks with its default voice and reports success.</summary>
    public static async Task<bool> HasVariantAsync(string variant, CancellationToken cancellationToken)
    {
        var variants = await ExternalProgram.RunAsync(Program, ["--voices=variant"], cancellationToken).ConfigureAwait(false);
        return variants.Split('\n').Any(line => line.TrimEnd().EndsWith($"!v/{variant}", StringComparison.Ordinal));
    }

    public Task SpeakAsync(string sentence, string wavPath, CancellationToken cancellationToken) =>
        ExternalProgram.RunAsync(Program, ["-v", voice, "-w", wavPath, "--", sentence], cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
