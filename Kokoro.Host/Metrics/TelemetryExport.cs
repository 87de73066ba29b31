using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kokoro.Host.Metrics;

/// <summary>Reads what is measured: always for `GET /metrics`, and to a collector where one is set, with the traces.</summary>
internal sealed class TelemetryExport : IDisposable
{
    /// <summary>Memory, processor time and garbage collection, as .NET measures them itself.</summary>
    private const string RuntimeMeter = "System.Runtime";

    /// <summary>The span of each request, which the utterance's hangs under.</summary>
    private const string RequestSource = "Microsoft.AspNetCore";

    private readonly OpenTelemetrySdk _sdk;

    public TelemetryExport(SpeechMetrics metrics, TelemetrySettings settings)
    {
        Prometheus = new PrometheusExporter();
        _sdk = OpenTelemetrySdk.Create(builder =>
        {
            builder.ConfigureResource(static resource => resource.AddService("kokoro"));
            builder.WithMetrics(meters => meters
                .AddMeter(SpeechMetrics.MeterName, RuntimeMeter)
                .AddView(instrument => instrument.Meter.Name == SpeechMetrics.MeterName && instrument.Meter != metrics.Meter ? MetricStreamConfiguration.Drop : null)
                .AddReader(new BaseExportingMetricReader(Prometheus)));
            if (settings.OtlpEndpoint.Length == 0)
                return;
            builder.WithTracing(static traces => traces.AddSource(SpeechTraces.SourceName, RequestSource));
            builder.UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, new Uri(settings.OtlpEndpoint));
        });
        metrics.BeginAtZero();
    }

    public PrometheusExporter Prometheus { get; }

    /// <summary>What has been measured and not yet sent is sent.</summary>
    public void Dispose() => _sdk.Dispose();
}
