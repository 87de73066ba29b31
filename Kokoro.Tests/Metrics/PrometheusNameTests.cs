using Kokoro.Host.Metrics;

namespace Kokoro.Tests.Metrics;

public sealed class PrometheusNameTests
{
    [Theory]
    [InlineData("kokoro.run.audio", "s", true, false, "kokoro_run_audio_seconds_total")]
    [InlineData("kokoro.audio.sent", "By", true, false, "kokoro_audio_sent_bytes_total")]
    [InlineData("kokoro.requests.refused", "{request}", true, false, "kokoro_requests_refused_total")]
    [InlineData("kokoro.first_audio.duration", "s", false, false, "kokoro_first_audio_duration_seconds")]
    [InlineData("kokoro.drain_rate", "1", false, true, "kokoro_drain_rate_ratio")]
    [InlineData("kokoro.run.real_time_factor", "", false, false, "kokoro_run_real_time_factor")]
    [InlineData("process.uptime_seconds", "s", false, true, "process_uptime_seconds")]
    [InlineData("things_total", "{thing}", true, false, "things_total")]
    public void A_name_ends_with_its_unit_and_a_counter_with_total(string instrument, string unit, bool isCounter, bool isGauge, string expected) =>
        Assert.Equal(expected, PrometheusName.Of(instrument, unit, isCounter, isGauge));
}
