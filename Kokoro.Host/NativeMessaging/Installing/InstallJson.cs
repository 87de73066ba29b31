using System.Text.Json.Serialization;

namespace Kokoro.Host.NativeMessaging.Installing;

/// <summary>The files of an installation, as a person may read them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(HostManifest))]
[JsonSerializable(typeof(InstallRecord))]
internal sealed partial class InstallJson : JsonSerializerContext;
