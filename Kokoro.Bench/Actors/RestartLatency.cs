using System.Diagnostics;
using Akka.Actor;

namespace Kokoro.Bench.Actors;

/// <summary>From the throw to the handling of the message queued behind it, by the next instance.</summary>
internal static class RestartLatency
{
    private const int Crashes = 400;

    /// <summary>The first crashes of a process load code.</summary>
    private const int Dropped = 40;

    /// <returns>Microseconds.</returns>
    internal static Task<double> Percentile(double share) => QuietSystem.Measure(async system =>
    {
        var done = new TaskCompletionSource<List<double>>();
        system.ActorOf(Props.Create(() => new Supervisor(done)));
        var latencies = (await done.Task).Skip(Dropped).Order().ToList();
        return latencies[(int)(share * (latencies.Count - 1))];
    });

    private sealed class Clock
    {
        internal long ThrownAt { get; set; }
    }

    private sealed class Supervisor : UntypedActor
    {
        private readonly TaskCompletionSource<List<double>> _done;
        private readonly List<double> _latencies = [];
        private readonly IActorRef _child;

        public Supervisor(TaskCompletionSource<List<double>> done)
        {
            _done = done;
            var clock = new Clock();
            _child = Context.ActorOf(Props.Create(() => new Crashing(clock)));
            CrashOnce();
        }

        protected override SupervisorStrategy SupervisorStrategy() =>
            new OneForOneStrategy(-1, -1, _ => Directive.Restart, loggingEnabled: false);

        protected override void OnReceive(object message)
        {
            _latencies.Add((double)message);
            if (_latencies.Count == Crashes)
            {
                _done.SetResult(_latencies);
            }
            else
            {
                CrashOnce();
            }
        }

        private void CrashOnce()
        {
            _child.Tell("crash");
            _child.Tell("next");
        }
    }

    private sealed class Crashing(Clock clock) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "crash")
            {
                clock.ThrownAt = Stopwatch.GetTimestamp();
                throw new InvalidOperationException("crash");
            }

            Sender.Tell(Stopwatch.GetElapsedTime(clock.ThrownAt).TotalMicroseconds);
        }
    }
}
