namespace Kokoro.Host.Health;

/// <summary>One word, for whoever asks often.</summary>
/// <param name="Status">"live" or "ready".</param>
internal sealed record HealthStatus(string Status);
