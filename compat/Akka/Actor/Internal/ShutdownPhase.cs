using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Akka.Configuration;

namespace Akka.Actor.Internal;

internal sealed record ShutdownTask(string Name, Func<Task<Done>> Run);

/// <summary>A phase as the configuration has it, at its place in the order.</summary>
internal sealed record ShutdownPhase(string Name, int Index, TimeSpan Timeout, bool Recovers, bool IsEnabled)
{
    /// <returns>In an order in which each phase comes after those it depends on.</returns>
    /// <exception cref="ArgumentException">They depend on each other in a circle.</exception>
    internal static IReadOnlyList<ShutdownPhase> Read(Config config)
    {
        var defaultTimeout = config.GetTimeSpan("default-phase-timeout");
        var phases = config.GetConfig("phases");
        var names = new List<string>();
        foreach (var (name, _) in phases.AsEnumerable())
        {
            Place(name, phases, names, []);
        }

        return [.. names.Select((name, index) => new ShutdownPhase(
            name,
            index,
            phases.GetTimeSpan($"\"{name}\".timeout", defaultTimeout),
            phases.GetBoolean($"\"{name}\".recover", true),
            phases.GetBoolean($"\"{name}\".enabled", true)))];
    }

    private static void Place(string name, Config phases, List<string> placed, HashSet<string> underWay)
    {
        if (placed.Contains(name))
        {
            return;
        }

        if (!underWay.Add(name))
        {
            throw new ArgumentException($"the phase [{name}] of the coordinated shutdown depends on itself");
        }

        foreach (var earlier in phases.GetStringList($"\"{name}\".depends-on"))
        {
            Place(earlier, phases, placed, underWay);
        }

        placed.Add(name);
    }
}
