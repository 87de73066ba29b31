using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kokoro.Host.HttpToText;

/// <summary>The body of `POST /speak` as the OpenAPI document describes it. <see cref="SpeakBodyReader"/> reads it.</summary>
internal sealed record SpeakDocument(
    [property: Required, Description("What is spoken; at most 32,767 UTF-16 code units.")] string Text,
    [property: Description("The id of a voice; GET /voices lists them.")] string? Voice = null,
    [property: Range(0.25, 4), Description("1 is normal.")] double? Speed = null,
    [property: Description("The language of the text: en-us, en-gb, es, fr, hi, it or pt. By default the voice's own.")] string? Language = null,
    [property: AllowedValues("wav", "pcm", "frames"), Description("wav by default.")] string? Format = null,
    [property: Description("Sent as it is made; false by default for wav, true for pcm and frames.")] bool? Stream = null,
    [property: Description("Whether frames say when each word is heard; true by default for frames.")] bool? Words = null,
    [property: AllowedValues("interactive", "batch"), Description("interactive by default.")] string? Priority = null,
    [property: Description("A listener's session: a newer play of it ends the older one.")] string? Session = null,
    [property: AllowedValues("play", "prefetch"), Description("play by default; prefetch yields to whatever is played.")] string? Intent = null,
    [property: AllowedValues("left_out", "named"), Description("left_out by default.")] string? Emoji = null);
