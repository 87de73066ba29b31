namespace Kokoro.Bench.Words;

/// <summary>One of flite's voices, which are made from recordings of people.</summary>
internal sealed class FliteSystem(string voice) : ISystemUnderTest
{
    public const string Program = "flite";

    public string Name => $"{Program} {voice}";

    /// <summary>Whether it has a voice: for an unknown one it speaks with its default voice and reports success.</summary>
    public static async Task<bool> HasVoiceAsync(string voice, CancellationToken cancellationToken)
    {
        var voices = await ExternalProgram.RunAsync(Program, ["-lv"], cancellationToken).ConfigureAwait(false);
        return voices.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(voice, StringComparer.Ordinal);
    }

    public Task SpeakAsync(string sentence, string wavPath, CancellationToken cancellationToken) =>
        ExternalProgram.RunAsync(Program, ["-voice", voice, "-t", sentence, "-o", wavPath], cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
