namespace Kokoro.Bench.Actors;

internal static class Scenarios
{
    internal static IReadOnlyList<Scenario> All { get; } =
    [
        new("ping-pong, 1 in flight", "messages/s", 9.54e6, () => Throughput.PingPong(inFlight: 1, messages: 1_000_000)),
        new("ping-pong, 100 in flight", "messages/s", 18.6e6, () => Throughput.PingPong(inFlight: 100, messages: 4_000_000)),
        new("fan-in, 1 thread to 1 actor", "messages/s", 13.6e6, () => Throughput.FanIn(actors: 0, messages: 3_000_000)),
        new("fan-in, 4 actors to 1 actor", "messages/s", 14.2e6, () => Throughput.FanIn(actors: 4, messages: 3_000_000)),
        new("Ask, one after the other", "asks/s", 1.08e6, () => Throughput.AskSequential(null, asks: 50_000)),
        new(
            "Ask, one after the other, 5 s timeout",
            "asks/s",
            767e3,
            () => Throughput.AskSequential(TimeSpan.FromSeconds(5), asks: 50_000)),
        new(
            "Ask, 64 in flight, 5 s timeout",
            "asks/s",
            801e3,
            () => Throughput.AskParallel(TimeSpan.FromSeconds(5), askers: 64, asksEach: 2_000)),
        new("ReceiveAsync, completed task", "messages/s", 3.20e6, () => Throughput.AsyncHandlers(yields: false, messages: 1_000_000)),
        new("ReceiveAsync, Task.Yield", "messages/s", 2.75e6, () => Throughput.AsyncHandlers(yields: true, messages: 500_000)),
        new("create top-level actors", "actors/s", 97e3, () => Population.CreateTopLevel(actors: 50_000)),
        new("create children in a parent", "actors/s", 73e3, () => Population.CreateChildren(actors: 100_000)),
        new("memory of an idle actor", "bytes", 1726, () => Population.BytesPerIdleActor(actors: 100_000), LessIsBetter: true),
        new("restart latency, p50", "µs", 2.9, () => RestartLatency.Percentile(0.50), LessIsBetter: true),
        new("restart latency, p99", "µs", 3.3, () => RestartLatency.Percentile(0.99), LessIsBetter: true),
    ];
}
