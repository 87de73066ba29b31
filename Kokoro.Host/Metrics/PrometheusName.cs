namespace Kokoro.Host.Metrics;

/// <summary>
/// Names as Prometheus writes them: underscores, the unit written out at the end, `_total` for counters. The rules are those of OpenTelemetry's compatibility
/// specification for Prometheus, as far as our instruments and those of .NET need them.
/// </summary>
internal static class PrometheusName
{
    public static string Of(string instrument, string unit, bool isCounter, bool isGauge)
    {
        var name = Underscored(instrument);
        var suffix = unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            "1" when isGauge => "_ratio",
            _ => "", // "{run}" counts things, which the name says
        };
        if (!name.EndsWith(suffix, StringComparison.Ordinal))
            name += suffix;
        return isCounter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    public static string Label(string tag) => Underscored(tag);

    private static string Underscored(string name) =>
        string.Create(name.Length, name, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = char.IsAsciiLetterOrDigit(source[i]) ? source[i] : '_';
        });
}
