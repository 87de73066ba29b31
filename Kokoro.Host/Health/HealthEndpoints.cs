using Kokoro.Actors.Protocol;
using Kokoro.Host.Problems;
using Kokoro.Host.Serving;

namespace Kokoro.Host.Health;

/// <summary>`GET /health` for people, `/health/ready` for whoever sends work, `/health/live` for whoever restarts what hangs.</summary>
internal sealed class HealthEndpoints(EdgeDoor edge)
{
    /// <summary>Touches no actor: what it says is that HTTP is served.</summary>
    public static IResult Live() => Results.Json(new HealthStatus("live"));

    public async Task<IResult> DetailAsync(CancellationToken cancellationToken) =>
        Results.Json(await ReportAsync(cancellationToken).ConfigureAwait(false));

    public async Task<IResult> ReadyAsync(CancellationToken cancellationToken)
    {
        var report = await ReportAsync(cancellationToken).ConfigureAwait(false);
        if (report.State == HealthProtocol.ServerState.Ready)
            return Results.Json(new HealthStatus("ready"));
        var why = report.WhyNotReady();
        throw new RequestException(new Problem(
            503, "not_ready", $"the server is {report.State.ToString().ToLowerInvariant()}{(why is null ? "" : $": {why}")}", RetryAfter: TimeSpan.FromSeconds(1)));
    }

    private Task<HealthProtocol.HealthReport> ReportAsync(CancellationToken cancellationToken) =>
        edge.AskAsync<HealthProtocol.HealthReport>(HealthProtocol.GetHealth.Instance, cancellationToken);
}
