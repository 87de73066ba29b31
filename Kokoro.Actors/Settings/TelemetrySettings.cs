namespace Kokoro.Actors.Settings;

public sealed record TelemetrySettings
{
    /// <summary>A collector for metrics and traces, over OTLP/HTTP; empty: none.</summary>
    public string OtlpEndpoint { get; init; } = "";
}
