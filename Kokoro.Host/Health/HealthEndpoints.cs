using Akka.Actor;
using Akka.Hosting;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Host.Problems;

namespace Kokoro.Host.Health;

/// <summary>`GET /health` for people, `/health/ready` for whoever sends work, `/health/live` for whoever restarts what hangs.</summary>
internal sealed class HealthEndpoints(IRequiredActor<EdgeActor> edge, ServerSettings settings)
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
        var why = report.Synthesis.Problem ?? report.Phonemizers.Problem;
        throw new RequestException(new Problem(
            503, "not_ready", $"the server is {report.State.ToString().ToLowerInvariant()}{(why is null ? "" : $": {why}")}", RetryAfter: TimeSpan.FromSeconds(1)));
    }

    private async Task<HealthProtocol.HealthReport> ReportAsync(CancellationToken cancellationToken)
    {
        var door = await edge.GetAsync(cancellationToken).ConfigureAwait(false);
        return await door.Ask<HealthProtocol.HealthReport>(HealthProtocol.GetHealth.Instance, settings.Http.AnswerWithin, cancellationToken).ConfigureAwait(false);
    }
}
