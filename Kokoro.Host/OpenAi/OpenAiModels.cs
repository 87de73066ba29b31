using Kokoro.Host.Problems;

namespace Kokoro.Host.OpenAi;

/// <summary>`GET /v1/models`: the names under which clients ask for speech. All of them are the model that the server runs.</summary>
internal static class OpenAiModels
{
    /// <summary>2025-01-27, when Kokoro-82M 1.0 was published.</summary>
    private const long Created = 1_737_936_000;

    private static readonly Model[] All = [.. new[] { "kokoro", "tts-1", "tts-1-hd", "gpt-4o-mini-tts" }.Select(id => new Model(id, "model", Created, "kokoro"))];

    public static IResult List() => Results.Json(new ModelList("list", All));

    public static IResult Get(string id) => Results.Json(Find(id));

    /// <exception cref="RequestException">404, as OpenAI has it.</exception>
    public static Model Find(string id) => Array.Find(All, model => model.Id == id)
        ?? throw new RequestException(404, "model_not_found", $"this model does not exist; there are {string.Join(", ", All.Select(model => model.Id))}, which are all the same", "model");

    internal sealed record Model(string Id, string Object, long Created, string OwnedBy);

    internal sealed record ModelList(string Object, IReadOnlyList<Model> Data);
}
