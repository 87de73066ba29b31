using System.Text.Json;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// Reads `phonemes.json`, strictly: a property that it does not know is an error. By hand, because a serializer takes
/// 80 ms more of a first start to get ready for one small file.
/// </summary>
internal static class PhonemeDataReader
{
    private const string Resource = "starter-phonemes.json";

    public static PhonemeData Read()
    {
        using var stream = typeof(PhonemeData).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"this build lacks its resource {Resource}");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new PhonemeData(
            Segment(root.GetProperty("defaults")),
            root.GetProperty("noise").EnumerateObject().ToDictionary(entry => entry.Name, entry => Points(entry.Value)),
            [.. root.GetProperty("phonemes").EnumerateArray().Select(Phoneme)]);
    }

    private static PhonemeEntry Phoneme(JsonElement json)
    {
        var phoneme = new PhonemeEntry();
        foreach (var property in json.EnumerateObject())
        {
            var value = property.Value;
            phoneme = property.Name switch
            {
                "symbol" => phoneme with { Symbol = value.GetString()! },
                "type" => phoneme with { Type = Named<PhonemeType>(value) },
                "weak" => phoneme with { Weak = value.GetBoolean() },
                "boundary" => phoneme with { Boundary = Named<BoundaryTune>(value) },
                "stress" => phoneme with { Stress = value.GetDouble() },
                "space" => phoneme with { Space = value.GetBoolean() },
                "long" => phoneme with { Long = value.GetBoolean() },
                "nasal" => phoneme with { Nasal = value.GetBoolean() },
                "tone" => phoneme with { Tone = Numbers(value) },
                "alternativeWhen" => phoneme with { AlternativeWhen = Named<AlternativeWhen>(value) },
                "segments" => phoneme with { Segments = [.. value.EnumerateArray().Select(Segment)] },
                _ => throw Unknown(property),
            };
        }

        return phoneme;
    }

    private static SegmentEntry Segment(JsonElement json)
    {
        var segment = new SegmentEntry();
        foreach (var property in json.EnumerateObject())
        {
            var value = property.Value;
            segment = property.Name switch
            {
                "ms" => segment with { Ms = value.GetDouble() },
                "stretch" => segment with { Stretch = value.GetDouble() },
                "formants" => segment with { Formants = Numbers(value) },
                "bandwidths" => segment with { Bandwidths = Numbers(value) },
                "pull" => segment with { Pull = Numbers(value) },
                "nasalZero" => segment with { NasalZero = value.GetDouble() },
                "tilt" => segment with { Tilt = value.GetDouble() },
                "voicing" => segment with { Voicing = value.GetDouble() },
                "breath" => segment with { Breath = value.GetDouble() },
                "frication" => segment with { Frication = value.GetDouble() },
                "noise" => segment with { Noise = value.GetString() },
                "alternative" => segment with { Alternative = Segment(value) },
                _ => throw Unknown(property),
            };
        }

        return segment;
    }

    private static TEnum Named<TEnum>(JsonElement json)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(json.GetString()!, ignoreCase: true);

    private static double[][] Points(JsonElement json) => [.. json.EnumerateArray().Select(Numbers)];

    private static double[] Numbers(JsonElement json) => [.. json.EnumerateArray().Select(number => number.GetDouble())];

    private static InvalidOperationException Unknown(JsonProperty property) =>
        new($"resource {Resource} has a property '{property.Name}' that means nothing");
}
