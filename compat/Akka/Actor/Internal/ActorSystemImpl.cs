using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor.Internal;

internal sealed class ActorSystemImpl : ExtendedActorSystem, IActorRefProvider
{
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = new();
    private readonly ConcurrentStack<Action> _onTermination = new();
    private readonly LoggerStarter _loggers;
    private readonly LocalActorRef _rootGuardian;
    private readonly LocalActorRef _systemGuardian;
    private readonly LocalActorRef _userGuardian;
    private IActorRef _deadLetterListener;
    private long _lastTempName;

    internal ActorSystemImpl(string name, ActorSystemSetup setup)
    {
        if (!ActorPath.IsValidPathElement(name))
        {
            throw new ArgumentException(
                $"Invalid ActorSystem name [{name}], must contain only word characters (i.e. [a-zA-Z0-9] plus non-leading '-')",
                nameof(name));
        }

        Name = name;
        var bootstrap = setup.Get<BootstrapSetup>();
        var config = bootstrap.HasValue ? bootstrap.Value.Config.GetOrElse(Config.Empty) : Config.Empty;
        EventStream = new EventStream();
        Settings = new Settings(this, config, setup);
        Dispatchers = new Dispatchers(Settings);
        Mailboxes = new Mailboxes(this);
        Log = Logging.GetLogger(this, nameof(ActorSystem));
        Scheduler = NewScheduler(Settings.SchedulerClass);
        RootPath = new RootActorPath(new Address("akka", name));
        DeadLetters = new EmptyLocalActorRef(RootPath / "deadLetters", this);
        _loggers = new LoggerStarter(this);
        var userStrategy = SupervisorStrategyConfigurator.CreateConfigurator(Settings.SupervisorStrategyClass).Create();
        _rootGuardian = NewRootGuardian();
        _systemGuardian = _rootGuardian.Cell.AttachChild(GuardianProps(_loggers.ListenOnStandardOut), "system");
        _userGuardian = _rootGuardian.Cell.AttachChild(GuardianProps(static () => { }).WithSupervisorStrategy(userStrategy), "user");
        _systemGuardian.Tell(new EndAfter(_userGuardian), ActorRefs.NoSender);
        _rootGuardian.Tell(new EndAfter(_systemGuardian), ActorRefs.NoSender);
    }

    public override string Name { get; }

    public override Settings Settings { get; }

    public override Dispatchers Dispatchers { get; }

    public override Mailboxes Mailboxes { get; }

    public override IScheduler Scheduler { get; }

    public override EventStream EventStream { get; }

    public override IActorRef DeadLetters { get; }

    public override ILoggingAdapter Log { get; }

    public override Task WhenTerminated => _terminated.Task;

    public override IInternalActorRef Guardian => _userGuardian;

    public ActorPath RootPath { get; }

    internal LocalActorRef RootGuardian => _rootGuardian;

    public override IActorRef ActorOf(Props props, string name = null) => _userGuardian.Cell.AttachChild(props, name);

    public override IActorRef SystemActorOf(Props props, string name = null) => _systemGuardian.Cell.AttachChild(props, name);

    public override ActorSelection ActorSelection(ActorPath actorPath) =>
        Actor.ActorSelection.Of(actorPath.ToStringWithUid(), this, RootGuardian);

    public override ActorSelection ActorSelection(string actorPath) => Actor.ActorSelection.Of(actorPath, this, RootGuardian);

    public override void Stop(IActorRef actor)
    {
        if (actor is LocalActorRef { Parent: LocalActorRef parent } && (parent.Equals(_userGuardian) || parent.Equals(_systemGuardian)))
        {
            parent.Tell(new StopChild(actor), ActorRefs.NoSender);
        }
        else
        {
            ((IInternalActorRef)actor).Stop();
        }
    }

    public override Task Terminate()
    {
        if (Settings.CoordinatedShutdownRunByActorSystemTerminate)
        {
            CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance);
        }
        else
        {
            FinalTerminate();
        }

        return WhenTerminated;
    }

    public override void RegisterOnTermination(Action code)
    {
        _onTermination.Push(code);
        if (_terminated.Task.IsCompleted)
        {
            RunTerminationCode();
        }
    }

    public override object RegisterExtension(IExtensionId extension) =>
        _extensions.GetOrAdd(extension.ExtensionType, _ => new Lazy<object>(() => extension.CreateExtension(this))).Value;

    public override T GetExtension<T>() => TryGetExtension<T>(out var extension) ? extension : null;

    public override object GetExtension(IExtensionId extensionId) =>
        _extensions.TryGetValue(extensionId.ExtensionType, out var lazy) ? lazy.Value : null;

    public override bool TryGetExtension<T>(out T extension)
    {
        extension = _extensions.TryGetValue(typeof(T), out var lazy) ? (T)lazy.Value : null;
        return extension is not null;
    }

    public override bool HasExtension<T>() => _extensions.ContainsKey(typeof(T));

    public ActorPath TempPath() => RootPath / "temp" / Names.Automatic(Interlocked.Increment(ref _lastTempName));

    public override string ToString() => $"akka://{Name}";

    internal void Start()
    {
        try
        {
            EventStream.StartUndertaker(this);
            _loggers.Start();
            if (Settings.LogDeadLetters > 0)
            {
                _deadLetterListener = SystemActorOf(Props.Create(() => new DeadLetterListener()), "deadLetterListener");
            }

            if (Settings.LogConfigOnStart)
            {
                Log.Info("{0}", Settings.Config.ToString());
            }

            CoordinatedShutdown.Get(this);
        }
        catch
        {
            FinalTerminate();
            throw;
        }
    }

    /// <summary>Stops everything, without the coordinated shutdown.</summary>
    internal void FinalTerminate()
    {
        if (!Settings.LogDeadLettersDuringShutdown && _deadLetterListener is not null)
        {
            Stop(_deadLetterListener);
        }

        _userGuardian.Stop();
    }

    /// <summary>The root guardian is dead, and so is everybody.</summary>
    internal void EndOfTheWorld()
    {
        (Scheduler as IDisposable)?.Dispose();
        RunTerminationCode();
        _terminated.TrySetResult();
    }

    /// <exception cref="ConfigurationException">Its dispatcher or mailbox does not exist or does not fit.</exception>
    internal LocalActorRef NewLocalActor(Props props, LocalActorRef parent, ActorPath path)
    {
        if (!Dispatchers.HasDispatcher(props.Dispatcher))
        {
            throw new ConfigurationException($"Dispatcher [{props.Dispatcher}] not configured for path {path}");
        }

        return new LocalActorRef(this, props, Dispatchers.Lookup(props.Dispatcher), Mailboxes.TypeFor(props), parent, path);
    }

    private static Props GuardianProps(Action onEnd) => Props.Create(() => new Guardian(onEnd));

    private LocalActorRef NewRootGuardian()
    {
        var props = GuardianProps(static () => { }).WithSupervisorStrategy(SupervisorStrategy.StoppingStrategy);
        var root = new LocalActorRef(
            this,
            props,
            Dispatchers.DefaultGlobalDispatcher,
            Mailboxes.TypeFor(props),
            new RootGuardianSupervisor(this),
            RootPath);
        root.Start();
        return root;
    }

    private IScheduler NewScheduler(string name)
    {
        var type = Type.GetType(name)
            ?? throw new ConfigurationException($"akka.scheduler.implementation: there is no type {name}; write \"Namespace.Type, Assembly\"");
        return (IScheduler)Activator.CreateInstance(type, Settings.Config, Log);
    }

    private void RunTerminationCode()
    {
        while (_onTermination.TryPop(out var code))
        {
            try
            {
                code();
            }
            catch (Exception failure)
            {
                Log.Error(failure, "a termination callback failed");
            }
        }
    }
}
