using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>Reads `phonemes.json` without reflection, which would cost a first start more than all the rest of the build.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PhonemeData))]
internal sealed partial class PhonemeJson : JsonSerializerContext;
