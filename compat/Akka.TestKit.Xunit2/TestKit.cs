using System;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Xunit2.Internals;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>Base of xunit test classes: each test has an actor system of its own, which ends with it.</summary>
public class TestKit : TestKitBase, IDisposable
{
    private readonly bool _ownsSystem = true;
    private bool _isDisposed;

    public TestKit(ActorSystem system = null, ITestOutputHelper output = null)
        : base(Assertions, system)
    {
        _ownsSystem = system is null;
        LogTo(output);
    }

    public TestKit(ActorSystemSetup config, string actorSystemName = null, ITestOutputHelper output = null)
        : base(Assertions, config, actorSystemName)
    {
        LogTo(output);
    }

    public TestKit(Config config, string actorSystemName = null, ITestOutputHelper output = null)
        : base(Assertions, config, actorSystemName)
    {
        LogTo(output);
    }

    public TestKit(string config, ITestOutputHelper output = null)
        : base(Assertions, ConfigurationFactory.ParseString(config))
    {
        LogTo(output);
    }

    protected static XunitAssertions Assertions { get; } = new();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected override void AfterAll()
    {
        if (_ownsSystem)
        {
            Shutdown();
        }
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            AfterAll();
        }
    }

    private void LogTo(ITestOutputHelper output)
    {
        if (output is not null)
        {
            var logger = ((ExtendedActorSystem)Sys).SystemActorOf(Props.Create(() => new TestOutputLogger(output)), "log-test");
            logger.Tell(new InitializeLogger(Sys.EventStream), TestActor);
            ExpectMsg<LoggerInitialized>();
        }
    }
}
