namespace Kokoro.Bench.Words;

/// <summary>
/// Debian's pocketsphinx with its own US English models, all settings at their defaults except those named here. Dither is random
/// with a fixed seed, so equal sound gives equal words.
/// </summary>
internal static class SphinxRecogniser
{
    public const string Program = "pocketsphinx_batch";
    public const string LevelProgram = "sox";

    private const string Models = "/usr/share/pocketsphinx/model/en-us";

    /// <summary>The bytes of a WAV header, which the recogniser skips.</summary>
    private const string WavHeaderBytes = "44";

    public static string LanguageModel { get; } = $"{Models}/en-us.lm.bin";

    /// <summary>Returns what is heard in the files 0.wav, 1.wav ... of a folder, in their order. Writes its own files into the folder.</summary>
    public static async Task<string[]> RecogniseAsync(string folder, int count, CancellationToken cancellationToken)
    {
        var levelled = Directory.CreateDirectory(Path.Combine(folder, "levelled")).FullName;
        for (var i = 0; i < count; i++)
            await LevelAsync(Path.Combine(folder, $"{i}.wav"), Path.Combine(levelled, $"{i}.wav"), cancellationToken).ConfigureAwait(false);

        var control = Path.Combine(folder, "control");
        var hypotheses = Path.Combine(folder, "hypotheses");
        await File.WriteAllLinesAsync(control, Enumerable.Range(0, count).Select(i => $"{i}"), cancellationToken).ConfigureAwait(false);
        await ExternalProgram.RunAsync(
            Program,
            [
                "-hmm", $"{Models}/en-us", "-lm", LanguageModel, "-dict", $"{Models}/cmudict-en-us.dict",
                "-cmn", "batch", "-agc", "none", "-dither", "yes", "-seed", "1",
                "-adcin", "yes", "-adchdr", WavHeaderBytes, "-cepdir", levelled, "-cepext", ".wav",
                "-ctl", control, "-hyp", hypotheses, "-logfn", Path.Combine(folder, "log"),
            ],
            cancellationToken).ConfigureAwait(false);
        return HypothesisFile.Parse(await File.ReadAllLinesAsync(hypotheses, cancellationToken).ConfigureAwait(false), count);
    }

    /// <summary>The same rate, level and silence around it for every system: the recogniser hears the voice, not the recording.</summary>
    private static async Task LevelAsync(string source, string target, CancellationToken cancellationToken) => await ExternalProgram.RunAsync(
        LevelProgram,
        ["-D", source, "-r", "16000", "-c", "1", "-b", "16", target, "gain", "-n", "-6", "rate", "-h", "16000", "pad", "0.25", "0.25"],
        cancellationToken).ConfigureAwait(false);
}
