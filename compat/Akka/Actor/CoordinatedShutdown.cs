using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Akka.Actor.Internal;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Ends the system in phases: all tasks of a phase at the same time, the next phase when they are done or their time is up. A task that
/// fails
/// is logged and holds nothing up.
/// </summary>
public sealed class CoordinatedShutdown : IExtension
{
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";
    public const string PhaseServiceUnbind = "service-unbind";
    public const string PhaseServiceRequestsDone = "service-requests-done";
    public const string PhaseServiceStop = "service-stop";
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private readonly IReadOnlyList<ShutdownPhase> _phases;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ShutdownTask>> _tasks = new();
    private readonly ILoggingAdapter _log;
    private readonly Lock _gate = new();
    private Task<Done> _run;

    internal CoordinatedShutdown(ActorSystemImpl system)
    {
        _log = Logging.GetLogger(system, nameof(CoordinatedShutdown));
        _phases = ShutdownPhase.Read(system.Settings.Config.GetConfig("akka.coordinated-shutdown"));
        if (system.Settings.CoordinatedShutdownTerminateActorSystem)
        {
            AddTask(PhaseActorSystemTerminate, "terminate-system", async () =>
            {
                system.FinalTerminate();
                await system.WhenTerminated.ConfigureAwait(false);
                return Done.Instance;
            });
        }
    }

    /// <summary>Why it was run; null as long as it was not.</summary>
    public Reason ShutdownReason { get; private set; }

    public static CoordinatedShutdown Get(ActorSystem sys) => sys.WithExtension<CoordinatedShutdown, CoordinatedShutdownExtension>();

    /// <exception cref="ArgumentException">There is no such phase, or the task has no name.</exception>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        if (string.IsNullOrEmpty(taskName))
        {
            throw new ArgumentException("Set a task name when adding tasks to the Coordinated Shutdown.", nameof(taskName));
        }

        PhaseOf(phase);
        _tasks.GetOrAdd(phase, _ => new ConcurrentQueue<ShutdownTask>()).Enqueue(new ShutdownTask(taskName, task));
    }

    /// <summary>Runs once; later calls get the same task, and the first reason stays.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="fromPhase">Null for all of them.</param>
    public Task<Done> Run(Reason reason, string fromPhase = null)
    {
        var first = fromPhase is null ? 0 : PhaseOf(fromPhase).Index;
        lock (_gate)
        {
            if (_run is null)
            {
                ShutdownReason = reason;
                _run = Task.Run(() => RunPhases(first));
            }

            return _run;
        }
    }

    private ShutdownPhase PhaseOf(string name) => _phases.FirstOrDefault(phase => phase.Name == name)
        ?? throw new ArgumentException($"Unknown phase [{name}], known phases [{string.Join(", ", _phases.Select(phase => phase.Name))}]. "
            + "All phases (along with their optional dependencies) must be defined in configuration.", nameof(name));

    private async Task<Done> RunPhases(int first)
    {
        foreach (var phase in _phases.Skip(first).Where(phase => phase.IsEnabled))
        {
            if (_tasks.TryGetValue(phase.Name, out var tasks))
            {
                await RunPhase(phase, tasks).ConfigureAwait(false);
            }
        }

        return Done.Instance;
    }

    private async Task RunPhase(ShutdownPhase phase, IEnumerable<ShutdownTask> tasks)
    {
        _log.Debug("Performing phase [{0}]", phase.Name);
        try
        {
            await Task.WhenAll(tasks.Select(task => RunTask(phase, task))).WaitAsync(phase.Timeout).ConfigureAwait(false);
        }
        catch (TimeoutException) when (phase.Recovers)
        {
            _log.Warning("Coordinated shutdown phase [{0}] timed out after {1}", phase.Name, phase.Timeout);
        }
    }

    private async Task RunTask(ShutdownPhase phase, ShutdownTask task)
    {
        try
        {
            await task.Run().ConfigureAwait(false);
        }
        catch (Exception failure) when (phase.Recovers)
        {
            _log.Warning(failure, "Task [{0}] failed in phase [{1}]: {2}", task.Name, phase.Name, failure.Message);
        }
    }

    public class Reason
    {
        protected Reason()
        {
        }
    }

    public class UnknownReason : Reason
    {
        public static readonly Reason Instance = new UnknownReason();

        private UnknownReason()
        {
        }
    }

    public class ActorSystemTerminateReason : Reason
    {
        public static readonly Reason Instance = new ActorSystemTerminateReason();

        private ActorSystemTerminateReason()
        {
        }
    }

    public class ClrExitReason : Reason
    {
        public static readonly Reason Instance = new ClrExitReason();

        private ClrExitReason()
        {
        }
    }
}

public sealed class CoordinatedShutdownExtension : ExtensionIdProvider<CoordinatedShutdown>
{
    public override CoordinatedShutdown CreateExtension(ExtendedActorSystem system) => new((ActorSystemImpl)system);
}
