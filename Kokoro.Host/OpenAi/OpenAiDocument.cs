using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kokoro.Host.OpenAi;

/// <summary>The body of `POST /v1/audio/speech` as the OpenAPI document describes it. <see cref="OpenAiBodyReader"/> reads it.</summary>
internal sealed record OpenAiDocument(
    [property: Required, Description("What is spoken; at most 32,767 UTF-16 code units.")] string Input,
    [property: Description("kokoro, tts-1, tts-1-hd or gpt-4o-mini-tts; all are the model that the server runs.")] string? Model = null,
    [property: Description("The id of a voice, or one of OpenAI's names.")] string? Voice = null,
    [property: AllowedValues("wav", "pcm", "mp3", "opus", "aac", "flac"), Description("wav or pcm; the others, of which mp3 is the default, are not built yet.")] string? ResponseFormat = null,
    [property: Range(0.25, 4), Description("1 is normal.")] double? Speed = null,
    [property: Description("Sent as it is made; true by default. False: in one piece, with its length.")] bool? Stream = null,
    [property: AllowedValues("audio"), Description("audio; sse is not built.")] string? StreamFormat = null,
    [property: Description("Taken, and changes nothing: the model follows none.")] string? Instructions = null,
    [property: AllowedValues("a", "b", "e", "f", "h", "i", "p"), Description("Kokoro's letter for the language; by default the voice's own.")] string? LangCode = null);
