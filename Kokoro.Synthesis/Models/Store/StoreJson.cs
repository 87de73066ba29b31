using System.Text.Json;
using System.Text.Json.Serialization;
using Kokoro.Synthesis.Models.Prepared;

namespace Kokoro.Synthesis.Models.Store;

/// <summary>The descriptions in the store, read by code that is there when the program is built: an engine that starts has no time for reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(StoredModel))]
[JsonSerializable(typeof(PreparedModel))]
internal sealed partial class StoreJson : JsonSerializerContext;
