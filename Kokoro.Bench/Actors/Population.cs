using System.Diagnostics;
using Akka.Actor;

namespace Kokoro.Bench.Actors;

/// <summary>What it costs to have actors.</summary>
internal static class Population
{
    internal static Task<double> CreateTopLevel(int actors) => QuietSystem.Measure(async system =>
    {
        var born = new CountdownEvent(actors);
        var props = Props.Create(() => new Newborn(born));
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < actors; i++)
        {
            system.ActorOf(props);
        }

        await Task.Run(born.Wait);
        return actors / Stopwatch.GetElapsedTime(start).TotalSeconds;
    });

    internal static Task<double> CreateChildren(int actors) => QuietSystem.Measure(async system =>
    {
        var born = new CountdownEvent(actors);
        var start = Stopwatch.GetTimestamp();
        system.ActorOf(Props.Create(() => new Mother(actors, born)));
        await Task.Run(born.Wait);
        return actors / Stopwatch.GetElapsedTime(start).TotalSeconds;
    });

    internal static Task<double> BytesPerIdleActor(int actors) => QuietSystem.Measure(async system =>
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var born = new CountdownEvent(actors);
        system.ActorOf(Props.Create(() => new Mother(actors, born)));
        await Task.Run(born.Wait);
        return (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)actors;
    });

    private sealed class Mother(int children, CountdownEvent born) : UntypedActor
    {
        protected override void PreStart()
        {
            var props = Props.Create(() => new Newborn(born));
            for (var i = 0; i < children; i++)
            {
                Context.ActorOf(props);
            }
        }

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Newborn(CountdownEvent born) : UntypedActor
    {
        protected override void PreStart() => born.Signal();

        protected override void OnReceive(object message)
        {
        }
    }
}
