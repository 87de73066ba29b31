using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kokoro.Host.Pairing;

/// <summary>The files of pairing. What lacks a field is broken, and not a pairing without one.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PairedList))]
[JsonSerializable(typeof(KeptCode))]
internal sealed partial class PairingJson : JsonSerializerContext;
