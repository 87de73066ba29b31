using System.Diagnostics;
using Akka.Actor;

namespace Kokoro.Bench.Actors;

/// <summary>
/// 100,000 actors made, messaged, crashed and stopped; 10 million messages through 4 workers that pull and crash at random. Nothing may be
/// lost but the failing messages, nothing come twice or out of order, nobody be left over.
/// </summary>
internal static class LongStress
{
    private const int Actors = 100_000;
    private const int Messages = 10_000_000;
    private const int Workers = 4;

    internal static async Task<bool> RunAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var lives = await QuietSystem.Measure(async system =>
        {
            var nursery = system.ActorOf(Props.Create(() => new StressNursery(Actors)));
            var recovered = await nursery.Ask<int>("go", TimeSpan.FromMinutes(10));
            var left = await nursery.Ask<int>("children", TimeSpan.FromMinutes(1));
            Console.WriteLine($"lives: {recovered} of {Actors} recovered from their crash, {left} left over");
            return recovered == Actors && left == 0 ? 1 : 0;
        });
        var work = await QuietSystem.Measure(async system =>
        {
            var pool = system.ActorOf(Props.Create(() => new StressPool(Messages, Workers)));
            var outcome = await pool.Ask<StressOutcome>("go", TimeSpan.FromMinutes(30));
            Console.WriteLine($"work: {outcome}");
            return outcome.Done + outcome.Failed == Messages && outcome is { Failed: > 0, Twice: 0, OutOfOrder: 0 } ? 1 : 0;
        });
        Console.WriteLine($"in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        return lives > 0 && work > 0;
    }
}
