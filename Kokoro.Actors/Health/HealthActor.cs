using System.Collections.Immutable;
using Akka.Actor;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Pools;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Health;

/// <summary>/user/health: puts together what the others say of themselves. One that does not answer in time is shown so, and holds up nobody.</summary>
internal sealed class HealthActor : ReceiveActor
{
    /// <summary>All of them answer within a millisecond when they are well.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(1);

    public HealthActor(IActorRef synthesis, IActorRef phonemizers) => Receive<EdgeView>(edge =>
    {
        var asker = Sender;
        ReportAsync(edge, synthesis, phonemizers).PipeTo(asker);
    });

    private static async Task<HealthProtocol.HealthReport> ReportAsync(EdgeView edge, IActorRef synthesis, IActorRef phonemizers)
    {
        var synthesisPool = PoolAsync(synthesis);
        var phonemizerPool = PoolAsync(phonemizers);
        var router = RouterAsync(synthesis);
        var readers = RouterAsync(phonemizers);
        var (queue, reading) = (await router, await readers);
        return new(
            edge.State, edge.Model, edge.Utterances, queue.QueuedRuns, edge.DrainRate, queue.Permits, queue.PermitsInUse,
            queue.Engines.AddRange(reading.Engines), await synthesisPool, await phonemizerPool);
    }

    private static async Task<HealthProtocol.PoolHealth> PoolAsync(IActorRef pool)
    {
        try
        {
            return await pool.Ask<HealthProtocol.PoolHealth>(PoolProtocol.GetPoolHealth.Instance, AnswerWithin);
        }
        catch (AskTimeoutException)
        {
            return new(0, 0, 0, 0, IsDegraded: true, "its supervisor does not answer");
        }
    }

    private static async Task<RouterStateProtocol.RouterState> RouterAsync(IActorRef pool)
    {
        try
        {
            return await pool.Ask<RouterStateProtocol.RouterState>(RouterStateProtocol.GetRouterState.Instance, AnswerWithin);
        }
        catch (AskTimeoutException)
        {
            return new(0, 0, 0, ImmutableArray<HealthProtocol.EngineHealth>.Empty);
        }
    }
}
