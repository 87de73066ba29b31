using Akka.Actor;
using Akka.Configuration;

namespace Kokoro.Bench.Actors;

/// <summary>An actor system without loggers, for one measurement.</summary>
internal static class QuietSystem
{
    private static readonly Config Quiet = ConfigurationFactory.ParseString(
        """
        akka.loggers = []
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = 0
        """);

    internal static async Task<double> Measure(Func<ActorSystem, Task<double>> measure)
    {
        var system = ActorSystem.Create("bench", Quiet);
        try
        {
            return await measure(system);
        }
        finally
        {
            await system.Terminate();
        }
    }
}
