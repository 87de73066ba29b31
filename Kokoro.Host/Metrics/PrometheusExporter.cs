using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Kokoro.Host.Metrics;

/// <summary>OpenTelemetry's metrics as Prometheus text, format 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/.</summary>
[ExportModes(ExportModes.Pull)]
internal sealed class PrometheusExporter : BaseExporter<Metric>, IPullMetricExporter
{
    private readonly Lock _lock = new();
    private string _text = "";

    /// <summary>Set by the reader that this exporter is given to.</summary>
    public Func<int, bool>? Collect { get; set; }

    /// <returns>Everything as it is now.</returns>
    public string Scrape()
    {
        lock (_lock)
        {
            Collect!(Timeout.Infinite);
            return _text;
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var text = new StringBuilder();
        foreach (var metric in batch)
            Write(text, metric);
        _text = text.ToString();
        return ExportResult.Success;
    }

    private static void Write(StringBuilder text, Metric metric)
    {
        var (isCounter, isGauge) = (metric.MetricType.IsSum() && !IsNonMonotonic(metric.MetricType), !metric.MetricType.IsHistogram() && (metric.MetricType.IsGauge() || IsNonMonotonic(metric.MetricType)));
        var name = PrometheusName.Of(metric.Name, metric.Unit, isCounter, isGauge);
        text.Append("# HELP ").Append(name).Append(' ').Append(Escaped(metric.Description, isLabel: false)).Append('\n');
        text.Append("# TYPE ").Append(name).Append(metric.MetricType.IsHistogram() ? " histogram\n" : isCounter ? " counter\n" : " gauge\n");
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            if (metric.MetricType.IsHistogram())
                WriteHistogram(text, name, point);
            else
                WriteSample(text, name, point.Tags, Value(metric.MetricType, point));
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, in MetricPoint point)
    {
        long below = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            WriteSample(text, $"{name}_bucket", point.Tags, below, double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Number(bucket.ExplicitBound));
        }

        WriteSample(text, $"{name}_sum", point.Tags, point.GetHistogramSum());
        WriteSample(text, $"{name}_count", point.Tags, point.GetHistogramCount());
    }

    private static void WriteSample(StringBuilder text, string name, ReadOnlyTagCollection tags, double value, string? le = null)
    {
        text.Append(name);
        var divider = '{';
        foreach (var tag in tags)
        {
            text.Append(divider).Append(PrometheusName.Label(tag.Key)).Append("=\"").Append(Escaped(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "", isLabel: true)).Append('"');
            divider = ',';
        }

        if (le is not null)
        {
            text.Append(divider).Append("le=\"").Append(le).Append('"');
            divider = ',';
        }

        text.Append(divider == '{' ? "" : "}").Append(' ').Append(Number(value)).Append('\n');
    }

    private static double Value(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    private static bool IsNonMonotonic(MetricType type) => type is MetricType.LongSumNonMonotonic or MetricType.DoubleSumNonMonotonic;

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Escaped(string text, bool isLabel)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return isLabel ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }
}
