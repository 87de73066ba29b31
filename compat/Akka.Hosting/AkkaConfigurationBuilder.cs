using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.Hosting;

/// <summary>What an actor system of the host is to be like, and what starts with it.</summary>
public sealed class AkkaConfigurationBuilder
{
    private readonly string _actorSystemName;
    private readonly List<ActorStarter> _starters = [];
    private readonly List<StartupTask> _startupTasks = [];
    private readonly List<Setup> _setups = [];
    private Config _hocon = Config.Empty;

    public AkkaConfigurationBuilder(IServiceCollection serviceCollection, string actorSystemName)
    {
        ArgumentNullException.ThrowIfNull(serviceCollection);
        _actorSystemName = actorSystemName;
    }

    internal IServiceProvider? ServiceProvider { get; set; }

    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry> starter) => StartActors((system, registry) =>
    {
        starter(system, registry);
        return Task.CompletedTask;
    });

    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry, IDependencyResolver> starter) =>
        StartActors((system, registry) => starter(system, registry, DependencyResolver.For(system).Resolver));

    public AkkaConfigurationBuilder StartActors(ActorStarter starter)
    {
        _starters.Add(starter);
        return this;
    }

    public AkkaConfigurationBuilder StartActors(ActorStarterWithResolver starter) =>
        StartActors((system, registry) => starter(system, registry, DependencyResolver.For(system).Resolver));

    /// <summary>Runs after all starters, in the order in which they were added.</summary>
    public AkkaConfigurationBuilder AddStartup(Action<ActorSystem, IActorRegistry> startupTask) => AddStartup((system, registry) =>
    {
        startupTask(system, registry);
        return Task.CompletedTask;
    });

    public AkkaConfigurationBuilder AddStartup(StartupTask startupTask)
    {
        _startupTasks.Add(startupTask);
        return this;
    }

    internal AkkaConfigurationBuilder AddSetup(Setup setup)
    {
        _setups.Add(setup);
        return this;
    }

    internal AkkaConfigurationBuilder AddHocon(Config hocon, HoconAddMode addMode)
    {
        _hocon = addMode switch
        {
            HoconAddMode.Append => _hocon.WithFallback(hocon),
            HoconAddMode.Prepend => hocon.WithFallback(_hocon),
            _ => throw new ArgumentOutOfRangeException(nameof(addMode), addMode, null),
        };
        return this;
    }

    internal ActorSystem CreateSystem(IServiceProvider services)
    {
        var setup = ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(_hocon), DependencyResolverSetup.Create(services));
        return ActorSystem.Create(_actorSystemName, _setups.Aggregate(setup, (all, one) => all.WithSetup(one)));
    }

    internal async Task StartAsync(ActorSystem system)
    {
        var registry = ActorRegistry.For(system);
        foreach (var starter in _starters)
        {
            await starter(system, registry).ConfigureAwait(false);
        }

        foreach (var startupTask in _startupTasks)
        {
            await startupTask(system, registry).ConfigureAwait(false);
        }
    }
}
