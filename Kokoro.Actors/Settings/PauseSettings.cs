using Kokoro.Synthesis.PcmToAudio;

namespace Kokoro.Actors.Settings;

/// <summary>Silence after each kind of clause end at normal speed; null leaves it as the model speaks it.</summary>
public sealed record PauseSettings
{
    [Limits("50 ms", "10 s")]
    public TimeSpan? Clause { get; init; } = TimeSpan.FromSeconds(0.2);

    [Limits("50 ms", "10 s")]
    public TimeSpan? Sentence { get; init; } = TimeSpan.FromSeconds(0.45);

    [Limits("50 ms", "10 s")]
    public TimeSpan? ListItem { get; init; } = TimeSpan.FromSeconds(0.5);

    [Limits("50 ms", "10 s")]
    public TimeSpan? Heading { get; init; } = TimeSpan.FromSeconds(0.75);

    [Limits("50 ms", "10 s")]
    public TimeSpan? Paragraph { get; init; } = TimeSpan.FromSeconds(0.9);

    internal Pauses ToPauses() => new()
    {
        Clause = Clause?.TotalSeconds,
        Sentence = Sentence?.TotalSeconds,
        ListItem = ListItem?.TotalSeconds,
        Heading = Heading?.TotalSeconds,
        Paragraph = Paragraph?.TotalSeconds,
    };
}
