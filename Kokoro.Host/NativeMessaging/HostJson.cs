using System.Text.Json.Serialization;

namespace Kokoro.Host.NativeMessaging;

/// <summary>What the host says, by code that is made when the program is built: a browser waits for the first answer.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HostReply))]
internal sealed partial class HostJson : JsonSerializerContext;
