using System.Collections.Immutable;
using System.Globalization;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>
/// What an engine must speak before it is trusted: "hello" four times, as long as the first run of a text, for which its speed matters most. Samples that
/// are not finite never leave the engine; here it is asked whether the others can be speech.
/// </summary>
/// <param name="Style">[256]: any voice of the model.</param>
/// <param name="IsStrict">Whether what no speech has fails the test, as for models that are known; else it is only worth a warning.</param>
internal sealed record SelfTest(ReadOnlyMemory<float> Style, bool IsStrict)
{
    /// <summary>Speech at any usual level lies between; silence, noise at full scale and a wrong model do not.</summary>
    private const double LeastRms = 0.001;

    private const double MostRms = 0.5;

    private const string Fix = "fetch or copy it again, or choose another model";

    private static readonly ImmutableArray<long> Ids = [Vocabulary.Pad, .. Spell("həlˈO həlˈO həlˈO həlˈO."), Vocabulary.Pad];

    public SpeechRun Run(RunWidth width) => new(Ids, Style, 1, width);

    /// <returns>What is wrong with the sound or with its durations, or null.</returns>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.ModelCorrupt"/>: the same, when the test is strict.</exception>
    public string? Judge(ModelOutput output, string model)
    {
        if (Wrong(output) is not { } wrong)
            return null;
        var problem = $"model {model} gave {wrong} in its self-test; {Fix}";
        return IsStrict ? throw new SpeechException(SpeechErrorCode.ModelCorrupt, problem) : problem;
    }

    /// <summary>The engine refused to speak it: a model that fails on this run is of no use.</summary>
    public static SpeechException Failed(string model, SpeechException cause) =>
        new(cause.Code == SpeechErrorCode.EngineFailed ? SpeechErrorCode.ModelCorrupt : cause.Code, $"model {model} did not pass its self-test: {cause.Message}; {Fix}", innerException: cause);

    private static string? Wrong(ModelOutput output)
    {
        if (output.DurationsDropped)
            return $"durations that do not add up to its {output.Samples.Length} samples, so that no word can be timed,";
        var rms = Math.Sqrt(output.Samples.Sum(sample => (double)sample * sample) / output.Samples.Length);
        return rms is >= LeastRms and <= MostRms
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"a level of {rms:0.####}, where speech has {LeastRms} to {MostRms},");
    }

    private static IEnumerable<long> Spell(string phonemes) => phonemes.EnumerateRunes().Select(symbol => (long)Vocabulary.All[symbol]);
}
