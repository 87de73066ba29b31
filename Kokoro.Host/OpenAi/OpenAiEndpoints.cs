using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Host.AudioToHttp;
using Kokoro.Host.HttpToText;
using Kokoro.Host.Problems;
using Kokoro.Host.Serving;

namespace Kokoro.Host.OpenAi;

/// <summary>`POST /v1/audio/speech` and `GET /v1/audio/voices`: what clients of OpenAI and of Kokoro-FastAPI ask.</summary>
internal sealed class OpenAiEndpoints(EdgeDoor edge, SpeechReplies replies, ServerSettings settings)
{
    public async Task SpeakAsync(HttpContext context)
    {
        var deadline = SpeakEndpoint.Deadline(context.Request, settings.Http);
        SpeakBody body;
        using (var json = await JsonBody.ReadAsync(context.Request, settings.Http).ConfigureAwait(false))
            body = OpenAiBodyReader.Read(json.RootElement, ClientName.Of(context), settings.Http);
        if (body.Request.Voice is { } voice && OpenAiVoices.IsAlias(voice))
            body = body with { Request = body.Request with { Voice = OpenAiVoices.Resolve(voice, await VoicesAsync(context.RequestAborted).ConfigureAwait(false)) } };
        await replies.SendAsync(context, body, deadline).ConfigureAwait(false);
    }

    /// <param name="legacy">Whether ids alone are wanted, as Kokoro-FastAPI answered before its version 0.4; in any word that its framework takes for yes or no.</param>
    /// <exception cref="RequestException">400: it is neither.</exception>
    public async Task<IResult> ListVoicesAsync(string? legacy, CancellationToken cancellationToken)
    {
        var isLegacy = legacy?.ToLowerInvariant() switch
        {
            "true" or "1" or "t" or "yes" or "y" or "on" => true,
            null or "false" or "0" or "f" or "no" or "n" or "off" => false,
            _ => throw new RequestException(400, "field_invalid", "field 'legacy' must be true or false", "legacy"),
        };
        var list = await VoicesAsync(cancellationToken).ConfigureAwait(false);
        return isLegacy
            ? Results.Json(new VoiceIds([.. list.Voices.Select(voice => voice.Id)]))
            : Results.Json(new Voices([.. list.Voices.Select(voice => new Voice(voice.Id, voice.Name))]));
    }

    private Task<VoicesProtocol.VoiceList> VoicesAsync(CancellationToken cancellationToken) =>
        edge.AskAsync<VoicesProtocol.VoiceList>(VoicesProtocol.ListVoices.Instance, cancellationToken);

    internal sealed record Voice(string Id, string Name);

    internal sealed record Voices([property: System.Text.Json.Serialization.JsonPropertyName("voices")] IReadOnlyList<Voice> All);

    internal sealed record VoiceIds([property: System.Text.Json.Serialization.JsonPropertyName("voices")] IReadOnlyList<string> All);
}
