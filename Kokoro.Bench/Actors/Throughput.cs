using System.Diagnostics;
using Akka.Actor;

namespace Kokoro.Bench.Actors;

/// <summary>Messages and Asks per second.</summary>
internal static class Throughput
{
    private static readonly object Message = new();

    internal static Task<double> PingPong(int inFlight, int messages) => QuietSystem.Measure(async system =>
    {
        var done = new TaskCompletionSource();
        var pong = system.ActorOf(Props.Create(() => new Echo()));
        var ping = system.ActorOf(Props.Create(() => new Ping(pong, inFlight, messages / 2, done)));
        var start = Stopwatch.GetTimestamp();
        ping.Tell("go", ActorRefs.NoSender);
        await done.Task;
        return PerSecond(messages, start);
    });

    internal static Task<double> FanIn(int actors, int messages) => QuietSystem.Measure(async system =>
    {
        var done = new TaskCompletionSource();
        var sink = system.ActorOf(Props.Create(() => new Sink(messages, done)));
        var producers = Enumerable.Range(0, actors).Select(_ => system.ActorOf(Props.Create(() => new Producer(sink, messages / actors))))
            .ToList();
        var start = Stopwatch.GetTimestamp();
        producers.ForEach(producer => producer.Tell("go", ActorRefs.NoSender));
        for (var i = 0; actors == 0 && i < messages; i++)
        {
            sink.Tell(Message, ActorRefs.NoSender);
        }

        await done.Task;
        return PerSecond(messages, start);
    });

    internal static Task<double> AskSequential(TimeSpan? timeout, int asks) => QuietSystem.Measure(async system =>
    {
        var echo = system.ActorOf(Props.Create(() => new Echo()));
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < asks; i++)
        {
            await echo.Ask<object>(Message, timeout);
        }

        return PerSecond(asks, start);
    });

    internal static Task<double> AskParallel(TimeSpan timeout, int askers, int asksEach) => QuietSystem.Measure(async system =>
    {
        var echo = system.ActorOf(Props.Create(() => new Echo()));
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, askers).Select(async _ =>
        {
            for (var i = 0; i < asksEach; i++)
            {
                await echo.Ask<object>(Message, timeout);
            }
        }));
        return PerSecond(askers * asksEach, start);
    });

    internal static Task<double> AsyncHandlers(bool yields, int messages) => QuietSystem.Measure(async system =>
    {
        var done = new TaskCompletionSource();
        var actor = system.ActorOf(Props.Create(() => new AsyncSink(yields, messages, done)));
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < messages; i++)
        {
            actor.Tell(Message, ActorRefs.NoSender);
        }

        await done.Task;
        return PerSecond(messages, start);
    });

    private static double PerSecond(int count, long start) => count / Stopwatch.GetElapsedTime(start).TotalSeconds;

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }

    private sealed class Ping(IActorRef pong, int inFlight, int rounds, TaskCompletionSource done) : UntypedActor
    {
        private int _left = rounds;

        protected override void OnReceive(object message)
        {
            if (message is string)
            {
                for (var i = 0; i < inFlight; i++)
                {
                    pong.Tell(Message);
                }
            }
            else if (--_left == 0)
            {
                done.SetResult();
            }
            else if (_left >= inFlight)
            {
                pong.Tell(message);
            }
        }
    }

    private sealed class Producer(IActorRef sink, int messages) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            for (var i = 0; i < messages; i++)
            {
                sink.Tell(Message);
            }
        }
    }

    private sealed class Sink(int messages, TaskCompletionSource done) : UntypedActor
    {
        private int _left = messages;

        protected override void OnReceive(object message)
        {
            if (--_left == 0)
            {
                done.SetResult();
            }
        }
    }

    private sealed class AsyncSink : ReceiveActor
    {
        private int _left;

        public AsyncSink(bool yields, int messages, TaskCompletionSource done)
        {
            _left = messages;
            ReceiveAnyAsync(async _ =>
            {
                if (yields)
                {
                    await Task.Yield();
                }

                if (--_left == 0)
                {
                    done.SetResult();
                }
            });
        }
    }
}
