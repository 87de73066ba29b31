using System;
using System.Threading;
using System.Threading.Tasks;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>An actor system and a test actor, whose messages the test can wait for. Times are scaled by akka.test.timefactor.</summary>
public abstract partial class TestKitBase : IActorRefFactory
{
    private static int _testActorNumber;

    private readonly ITestKitAssertions _assertions;
    private readonly TestQueue _queue = new();
    private MessageEnvelope _lastMessage = NullMessageEnvelope.Instance;
    private TimeSpan? _end;
    private bool _lastWasNoMsg;

    protected TestKitBase(ITestKitAssertions assertions, ActorSystem system = null, string testActorName = null)
        : this(assertions, system, ActorSystemSetup.Empty, null, testActorName)
    {
    }

    protected TestKitBase(ITestKitAssertions assertions, ActorSystemSetup setup, string actorSystemName = null, string testActorName = null)
        : this(assertions, null, setup, actorSystemName, testActorName)
    {
    }

    protected TestKitBase(ITestKitAssertions assertions, Config config, string actorSystemName = null, string testActorName = null)
        : this(assertions, null, ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config)), actorSystemName, testActorName)
    {
    }

    protected TestKitBase(
        ITestKitAssertions assertions,
        ActorSystem system,
        ActorSystemSetup config,
        string actorSystemName,
        string testActorName)
    {
        ArgumentNullException.ThrowIfNull(assertions);
        _assertions = assertions;
        Sys = system ?? ActorSystem.Create(actorSystemName ?? "test", WithDefaults(config));
        TestKitSettings = new TestKitSettings(Sys.Settings.Config);
        Log = Logging.GetLogger(Sys, GetType());
        EventFilter = new EventFilterFactory(this);
        if (!Sys.Dispatchers.HasDispatcher(CallingThreadDispatcher.DispatcherId))
        {
            Sys.Dispatchers.Register(new CallingThreadDispatcher());
        }

        TestActor = CreateTestActor(testActorName ?? $"testActor{Interlocked.Increment(ref _testActorNumber)}");
        if (this is not TestProbe)
        {
            var sender = this is INoImplicitSender ? null : ((LocalActorRef)TestActor).Cell;
            InternalCurrentActorCellKeeper.Current = sender;
            SynchronizationContext.SetSynchronizationContext(new ActorCellKeepingSynchronizationContext(sender));
        }
    }

    public static Config DefaultConfig { get; } = ConfigurationFactory.FromResource<TestKitBase>("Akka.TestKit.Internal.Reference.conf");

    public static TimeSpan Now => System.Diagnostics.Stopwatch.GetElapsedTime(0);

    public ActorSystem Sys { get; }

    public TestKitSettings TestKitSettings { get; }

    public ILoggingAdapter Log { get; }

    public EventFilterFactory EventFilter { get; }

    public IActorRef TestActor { get; }

    public IActorRef LastSender => _lastMessage.Sender;

    public object LastMessage => _lastMessage.Message;

    public TimeSpan RemainingOrDefault => GetRemainingOr(Dilated(TestKitSettings.SingleExpectDefault));

    internal ITestKitAssertions Assertions => _assertions;

    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage) => Order(new InternalTestActor.SetIgnore(shouldIgnoreMessage));

    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage) =>
        Order(new InternalTestActor.SetIgnore(message => message is TMsg fitting && shouldIgnoreMessage(fitting)));

    public void IgnoreMessages<TMsg>() => IgnoreMessages<TMsg>(_ => true);

    public IActorRef Watch(IActorRef actorToWatch)
    {
        Order(new InternalTestActor.WatchFor(actorToWatch));
        return actorToWatch;
    }

    public void SetAutoPilot(AutoPilot pilot) => Order(new InternalTestActor.SetAutoPilot(pilot));

    /// <summary>Scaled for slow machines.</summary>
    public TimeSpan Dilated(TimeSpan duration) => duration > TimeSpan.Zero ? duration * TestKitSettings.TestTimeFactor : duration;

    public TimeSpan GetRemainingOr(TimeSpan duration) => _end is { } end ? end - Now : duration;

    public TimeSpan RemainingOrDilated(TimeSpan? duration)
    {
        if (duration is not { } asked)
        {
            return RemainingOrDefault;
        }

        return asked < TimeSpan.Zero && asked != Timeout.InfiniteTimeSpan
            ? throw new ArgumentException("Must be positive TimeSpan", nameof(duration))
            : Dilated(asked);
    }

    public IActorRef CreateTestActor(string name) =>
        ((ExtendedActorSystem)Sys).SystemActorOf(
            Props.Create(() => new InternalTestActor(_queue)).WithDispatcher(CallingThreadDispatcher.DispatcherId),
            name);

    public virtual TestProbe CreateTestProbe(string name = null) => new(Sys, _assertions, name);

    public virtual TestProbe CreateTestProbe(ActorSystem system, string name = null) => new(system, _assertions, name);

    public virtual TestLatch CreateTestLatch(int count = 1) => new(Dilated, count, TestKitSettings.DefaultTimeout);

    /// <summary>Terminates the system and waits for its end.</summary>
    public virtual void Shutdown(ActorSystem system = null, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        system ??= Sys;
        var limit = Dilated(duration ?? TimeSpan.FromSeconds(10));
        if (!system.Terminate().Wait(limit))
        {
            var message = $"Failed to stop [{system.Name}] within [{limit}]";
            if (verifySystemShutdown)
            {
                throw new TimeoutException(message);
            }

            system.Log.Warning(message);
        }
    }

    /// <summary>At the end of a test.</summary>
    protected virtual void AfterAll()
    {
    }

    private static ActorSystemSetup WithDefaults(ActorSystemSetup setup)
    {
        var bootstrap = setup.Get<BootstrapSetup>();
        var given = bootstrap.HasValue ? bootstrap.Value : BootstrapSetup.Create();
        return setup.WithSetup(given.WithConfigFallback(DefaultConfig));
    }

    private void Order(object message) => TestActor.Tell(message, ActorRefs.NoSender);
}
