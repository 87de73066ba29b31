using System.Text.Json;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>`phonemes.json`: what the starter voice knows about every sound.</summary>
/// <param name="Noise">Spectra by name: pairs of Hz and dB with straight lines between.</param>
internal sealed record PhonemeData(
    string About,
    Dictionary<string, string> Columns,
    SegmentEntry Defaults,
    Dictionary<string, double[][]> Noise,
    PhonemeEntry[] Phonemes)
{
    private const string Resource = "starter-phonemes.json";

    public static PhonemeData Read()
    {
        using var stream = typeof(PhonemeData).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"this build lacks its resource {Resource}");
        return JsonSerializer.Deserialize(stream, PhonemeJson.Default.PhonemeData)
            ?? throw new InvalidOperationException($"resource {Resource} is empty");
    }
}
