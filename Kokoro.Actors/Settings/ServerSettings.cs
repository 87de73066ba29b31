namespace Kokoro.Actors.Settings;

/// <summary>Everything a user may set, as kokoro.conf, the environment and the command line together say.</summary>
public sealed record ServerSettings
{
    public HttpSettings Http { get; init; } = new();

    public AdmissionSettings Admission { get; init; } = new();

    public UtteranceSettings Utterances { get; init; } = new();

    public RouterSettings Router { get; init; } = new();

    public PoolSettings Synthesis { get; init; } = new();

    public PoolSettings Phonemizers { get; init; } = new() { Size = 2 };

    public EngineSettings Engine { get; init; } = new();

    public ModelSettings Models { get; init; } = new();

    public VoiceSettings Voices { get; init; } = new();

    public PauseSettings Pauses { get; init; } = new();

    public LogSettings Log { get; init; } = new();

    public TelemetrySettings Telemetry { get; init; } = new();
}
