using System.Net;
using Kokoro.Host.Problems;

namespace Kokoro.Host.Metrics;

/// <summary>`GET /metrics`: everything that is measured, as Prometheus text. For this machine only; others get it over OTLP.</summary>
internal sealed class MetricsEndpoint(TelemetryExport telemetry)
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public IResult Scrape(HttpContext context) => context.Connection.RemoteIpAddress is { } peer && !IPAddress.IsLoopback(peer)
        ? throw new RequestException(403, "loopback_only", "metrics are told to programs of this machine only; set telemetry.otlp-endpoint in kokoro.conf to have them elsewhere")
        : Results.Text(telemetry.Prometheus.Scrape(), ContentType);
}
